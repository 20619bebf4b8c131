package dev.entrepot.wire.auth;

import java.time.Duration;

/** A Version 4 signature that travels in the query, and how long after its time it stays valid. */
record PresignedQuery(SignatureClaim claim, Duration lifetime) {
    static final String SIGNATURE = "X-Amz-Signature";
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final String CREDENTIAL = "X-Amz-Credential";
    private static final Duration MAX_LIFETIME = Duration.ofDays(7);

    static boolean isIn(Parameters query) {
        return query.has(SIGNATURE) || query.has(ALGORITHM) || query.has(CREDENTIAL);
    }

    static PresignedQuery parse(Parameters query) {
        SignatureClaim.requireAlgorithm(required(query, ALGORITHM));
        var time = SigningTime.parse(required(query, "X-Amz-Date"));
        if (query.has("X-Amz-Security-Token")) {
            throw NotAuthenticated.unknownKey(); // we issue no session tokens
        }
        var claim = SignatureClaim.of(
                required(query, CREDENTIAL),
                time,
                SignedHeaders.parse(required(query, "X-Amz-SignedHeaders")),
                required(query, SIGNATURE));
        return new PresignedQuery(claim, lifetime(required(query, "X-Amz-Expires")));
    }

    private static Duration lifetime(String expires) {
        var lifetime = Duration.ofSeconds(seconds(expires));
        if (!lifetime.isPositive() || lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw NotAuthenticated.malformed("X-Amz-Expires must be between 1 and 604800 seconds, got '%s'."
                    .formatted(NotAuthenticated.quoted(expires)));
        }
        return lifetime;
    }

    private static int seconds(String expires) {
        try {
            return Integer.parseInt(expires);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String required(Parameters query, String name) {
        return query.only(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(
                        () -> NotAuthenticated.malformed("AWS query-string parameters must include '" + name + "'."));
    }
}
