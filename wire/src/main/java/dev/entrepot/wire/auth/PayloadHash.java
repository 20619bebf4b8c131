package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.HttpRequest;

/** The hash of the body as it was received, and what the sender said of it. */
final class PayloadHash {
    private static final int LENGTH = 64;

    private PayloadHash() {}

    /**
     * Lower-case hex SHA-256 of the body.
     *
     * @throws NotAuthenticated when {@code x-amz-content-sha256} says something else, or leaves the body unsigned
     */
    static String of(HttpRequest request) {
        String actual = Sha256.hex(request.body());
        request.header("x-amz-content-sha256").ifPresent(stated -> {
            if (stated.length() != LENGTH) {
                throw NotAuthenticated.malformed("x-amz-content-sha256 must be the SHA-256 of the body, got '%s'."
                        .formatted(NotAuthenticated.quoted(stated)));
            }
            if (!stated.equals(actual)) {
                throw new NotAuthenticated(
                        AuthFailure.SIGNATURE_MISMATCH,
                        "x-amz-content-sha256 is not the SHA-256 of the body received.");
            }
        });
        return actual;
    }
}
