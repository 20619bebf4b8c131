package dev.entrepot.wire.auth;

/**
 * The sender of a request could not be verified. The message is for the sender: it names what was wrong, in AWS's words where
 * AWS has any, and never holds a secret, a canonical request or a signature of ours.
 */
public final class NotAuthenticated extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_QUOTED = 64;

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

    /** What a sender sent, in a form that every protocol can repeat: short, and printable ASCII alone. */
    static String quoted(String value) {
        var out = new StringBuilder(value.substring(0, Math.min(value.length(), MAX_QUOTED)));
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) < ' ' || out.charAt(i) > '~') {
                out.setCharAt(i, '?');
            }
        }
        return value.length() <= MAX_QUOTED ? out.toString() : out.append("...").toString();
    }
}
