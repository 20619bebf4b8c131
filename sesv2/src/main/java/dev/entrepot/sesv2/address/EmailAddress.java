package dev.entrepot.sesv2.address;

import java.util.Locale;

/**
 * An address in the form in which SES keeps it: without surrounding space, its domain in lower case, its local part as given
 * (SES dossier, sections 2.8 and 3.6). ASCII only: SES sends to no others, and domains of other scripts come in Punycode.
 * A local part in quotes is for those whose provider once gave out names such as {@code a..b}.
 *
 * @param text at most 320 characters
 */
public record EmailAddress(String text) {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST_LABEL = 63;
    /** What has a meaning in mail headers and so needs quotes. */
    private static final String SPECIALS = "()<>[]:;,\\\"";

    public EmailAddress {
        int at = text.indexOf('@');
        boolean valid = at >= 1
                && at <= LONGEST_LOCAL
                && (isDotted(text, at) || isQuoted(text, at))
                && isDomain(text, at + 1)
                && text.equals(canonical(text, at));
        if (!valid) {
            throw InvalidEmailAddress.of(text);
        }
    }

    /** @throws InvalidEmailAddress whose message says what is wrong in the API's words */
    public static EmailAddress of(String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw InvalidEmailAddress.blank();
        }
        return new EmailAddress(canonical(text, text.indexOf('@')));
    }

    private static String canonical(String text, int at) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    /** Visible characters, with dots between but not around or beside them. */
    private static boolean isDotted(String text, int end) {
        char before = '.';
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!isVisible(c) || SPECIALS.indexOf(c) >= 0 || c == '.' && before == '.') {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    private static boolean isQuoted(String text, int end) {
        if (end < 3 || text.charAt(0) != '"' || text.charAt(end - 1) != '"') {
            return false;
        }
        for (int i = 1; i < end - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++; // whatever comes next stands for itself
            }
            if (!isVisible(text.charAt(i)) || c == '"' || i == end - 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7F;
    }

    /** Two labels or more of letters, digits and inner hyphens. */
    private static boolean isDomain(String text, int start) {
        if (text.length() - start > LONGEST_DOMAIN) {
            return false;
        }
        int label = start;
        int labels = 0;
        for (int i = start; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (!isLabel(text, label, i)) {
                    return false;
                }
                labels++;
                label = i + 1;
            }
        }
        return labels >= 2;
    }

    private static boolean isLabel(String text, int start, int end) {
        if (start == end || end - start > LONGEST_LABEL || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
