package dev.entrepot.sesv2.address;

import java.util.Locale;

/**
 * An address in the form in which SES keeps it: without surrounding space, its domain in lower case, its local part as given
 * (SES dossier, sections 2.8 and 3.6). ASCII only: SES sends to no others, and domains of other scripts come in Punycode.
 *
 * @param text at most 320 characters
 */
public record EmailAddress(String text) {
    private static final int LONGEST = 320;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    /** What has a meaning in mail headers and so needs quotes, which SES is spared. */
    private static final String SPECIALS = "()<>[]:;,\\\"";

    public EmailAddress {
        int at = text.indexOf('@');
        boolean valid = text.length() <= LONGEST
                && at >= 1
                && at <= LONGEST_LOCAL
                && isLocalPart(text, at)
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

    private static boolean isLocalPart(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || SPECIALS.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Two labels or more of letters, digits and inner hyphens. */
    private static boolean isDomain(String text, int start) {
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
