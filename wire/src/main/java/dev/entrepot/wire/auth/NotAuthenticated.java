package dev.entrepot.wire.auth;

/**
 * The sender of a request could not be verified. The message is for the sender: it names what was wrong, in AWS's words where
 * AWS has any, and never holds a secret, a canonical request or a signature of ours.
 */
public final class NotAuthenticated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AuthFailure failure;

    NotAuthenticated(AuthFailure failure, String message) {
        super(message, null, false, false); // no stack trace: anyone may cause these at any rate
        this.failure = failure;
    }

    static NotAuthenticated missingToken() {
        return new NotAuthenticated(AuthFailure.MISSING_TOKEN, "Missing Authentication Token");
    }

    static NotAuthenticated unknownKey() {
        return new NotAuthenticated(AuthFailure.UNKNOWN_KEY, "The security token included in the request is invalid.");
    }

    static NotAuthenticated malformed(String message) {
        return new NotAuthenticated(AuthFailure.MALFORMED, message);
    }

    public AuthFailure failure() {
        return failure;
    }

    /** What a sender sent, short enough to be repeated in a message. */
    static String quoted(String value) {
        return value.length() <= 64 ? value : value.substring(0, 64) + "...";
    }
}
