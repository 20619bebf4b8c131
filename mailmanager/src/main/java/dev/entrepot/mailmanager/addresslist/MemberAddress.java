package dev.entrepot.mailmanager.addresslist;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A member of an address list: an email address or a domain, with at most one wildcard {@code *} (dossier, section 1.6). The
 * wildcard stands in a local part of twenty characters at most, or is a domain's leftmost label with two to nine labels behind it.
 * {@code domain} and {@code @domain} mean any address at exactly that domain.
 *
 * @param text as it was given; ASCII, at most 320 characters
 */
public record MemberAddress(String text) {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LOCAL_WITH_WILDCARD = 20;
    private static final int LONGEST_DOMAIN = 255;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    private static final Pattern WILDCARD_DOMAIN = Pattern.compile("\\*(?:\\." + LABEL + "){2,9}");
    private static final Pattern LOCAL;

    static {
        String atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        LOCAL = Pattern.compile(atom + "(?:\\." + atom + ")*");
    }

    /** What a member may be, for those who gave something else. */
    public static final String EXPECTED =
            "a member is an email address or a domain, with at most one wildcard such as in user*@example.com or"
                    + " user@*.example.com";

    public MemberAddress {
        if (!isMember(text)) {
            throw new IllegalArgumentException(EXPECTED);
        }
    }

    /** Empty when the text is none. */
    public static Optional<MemberAddress> parse(String text) {
        return isMember(text) ? Optional.of(new MemberAddress(text)) : Optional.empty();
    }

    private static boolean isMember(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return isDomain(text) || isWildcardDomain(text);
        }
        String local = text.substring(0, at);
        String domain = text.substring(at + 1);
        int wildcards = Math.toIntExact(local.chars().filter(c -> c == '*').count());
        if (isWildcardDomain(domain)) {
            return wildcards == 0 && isLocal(local, LONGEST_LOCAL);
        }
        return isDomain(domain)
                && switch (wildcards) {
                    case 0 -> local.isEmpty() || isLocal(local, LONGEST_LOCAL);
                    case 1 -> isLocal(local, LONGEST_LOCAL_WITH_WILDCARD);
                    default -> false;
                };
    }

    private static boolean isLocal(String text, int longest) {
        return text.length() <= longest && LOCAL.matcher(text).matches();
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }

    private static boolean isWildcardDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && WILDCARD_DOMAIN.matcher(text).matches();
    }

    /** What two spellings of one member have in common. */
    public String folded() {
        return folded(text);
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
