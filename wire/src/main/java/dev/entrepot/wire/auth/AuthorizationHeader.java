package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.Headers;

/** Takes {@code AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...} apart. */
final class AuthorizationHeader {
    private static final int MAX_LENGTH = 8192;

    private AuthorizationHeader() {}

    static SignatureClaim parse(String value, Headers headers) {
        if (value.length() > MAX_LENGTH) {
            throw NotAuthenticated.malformed("The Authorization header is longer than " + MAX_LENGTH + " characters.");
        }
        int blank = value.indexOf(' ');
        SignatureClaim.requireAlgorithm(blank < 0 ? value : value.substring(0, blank));
        return SignatureClaim.of(
                part("Credential", value, blank),
                SigningTime.of(headers),
                SignedHeaders.parse(part("SignedHeaders", value, blank)),
                part("Signature", value, blank));
    }

    private static String part(String name, String value, int start) {
        String found = "";
        for (int from = start + 1; from < value.length(); ) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? value.length() : comma;
            while (from < to && value.charAt(from) == ' ') {
                from++;
            }
            if (value.startsWith(name, from)
                    && from + name.length() < to
                    && value.charAt(from + name.length()) == '=') {
                if (!found.isEmpty()) {
                    throw NotAuthenticated.malformed("Authorization header has more than one '" + name + "'.");
                }
                found = value.substring(from + name.length() + 1, to).strip();
            }
            from = to + 1;
        }
        if (found.isEmpty()) {
            throw NotAuthenticated.malformed("Authorization header requires '" + name + "' parameter.");
        }
        return found;
    }
}
