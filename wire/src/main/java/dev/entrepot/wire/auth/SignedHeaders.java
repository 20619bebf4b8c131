package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.Headers;
import java.util.List;
import java.util.Set;

/**
 * The headers a Version 4 signature covers.
 *
 * @param list as sent: lower case, sorted, joined by semicolons
 */
record SignedHeaders(String list, List<String> names) {
    private static final int MAX_NAMES = 100;
    private static final String HOST = "host";
    /**
     * Whoever could alter one of these unnoticed could make another request of the signed one. The content type is not among
     * them: the SDK for Java v1 adds it after signing, and the body it describes is signed.
     */
    private static final Set<String> ALWAYS_SIGNED =
            Set.of(HOST, "x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "x-amz-target");

    static SignedHeaders parse(String list) {
        var names = List.of(list.split(";", MAX_NAMES + 1));
        if (names.size() > MAX_NAMES) {
            throw NotAuthenticated.malformed("More than " + MAX_NAMES + " SignedHeaders.");
        }
        String previous = "";
        for (String name : names) {
            if (name.compareTo(previous) <= 0) {
                throw NotAuthenticated.malformed(
                        "SignedHeaders must be header names in lower case, each once, sorted.");
            }
            previous = name;
        }
        return new SignedHeaders(list, names);
    }

    /** @throws NotAuthenticated when a header that decides what is done is left unsigned */
    void requireCovering(Headers headers) {
        if (!names.contains(HOST)) {
            throw unsigned(HOST);
        }
        for (var field : headers.fields()) {
            if (ALWAYS_SIGNED.contains(field.name()) && !names.contains(field.name())) {
                throw unsigned(field.name());
            }
        }
    }

    /** Appends the canonical form: a line a name, repeats joined by commas in the order received. */
    void appendTo(StringBuilder out, Headers headers) {
        for (String name : names) {
            out.append(name);
            char separator = ':';
            for (var field : headers.fields()) {
                if (field.name().equals(name)) {
                    out.append(separator);
                    appendTrimmed(out, field.value());
                    separator = ',';
                }
            }
            if (separator == ':') {
                throw NotAuthenticated.malformed("SignedHeaders names '%s', which the request does not have."
                        .formatted(NotAuthenticated.quoted(name)));
            }
            out.append('\n');
        }
    }

    /** Without blanks at its ends, and with one blank for every run of them. */
    private static void appendTrimmed(StringBuilder out, String value) {
        int start = out.length();
        boolean blank = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t') {
                blank = out.length() > start;
            } else {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(c);
            }
        }
    }

    private static NotAuthenticated unsigned(String name) {
        return NotAuthenticated.malformed("'%s' must be a 'SignedHeader' in the AWS Authorization.".formatted(name));
    }
}
