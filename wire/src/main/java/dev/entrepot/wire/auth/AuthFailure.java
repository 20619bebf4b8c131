package dev.entrepot.wire.auth;

/**
 * Why a request's sender could not be verified, in no protocol's spelling: each protocol maps a reason to its own code and
 * status (wire dossier, section 8). The text is the one AWS documents and serves where a reason has no better one.
 */
public enum AuthFailure {
    /** The request bears no signature at all, or names no access key. */
    MISSING_TOKEN("Missing Authentication Token"),
    /** No such access key, or a session token, of which we issue none. */
    UNKNOWN_KEY("The security token included in the request is invalid."),
    /** The signature's parts are missing, unreadable, contradictory or of a kind not supported. */
    MALFORMED("The request signature does not conform to AWS standards."),
    /** The signature was made over another request or with another secret. */
    SIGNATURE_MISMATCH(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details."),
    /** The signature is for another day, region or service than the request. */
    WRONG_SCOPE("Credential should be scoped to a valid region."),
    /** Signed too long ago. */
    EXPIRED("Signature expired."),
    /** Signed too far in the future. */
    NOT_YET_CURRENT("Signature not yet current."),
    /** Version 2 only: a parameter of the signature has a value that is not allowed. */
    INVALID_PARAMETER("A parameter of the signature is invalid."),
    /** Version 2 only: a parameter of the signature is missing. */
    MISSING_PARAMETER("A parameter of the signature is missing."),
    /** Version 2 only: two parameters of the signature exclude each other. */
    PARAMETER_COMBINATION("The parameter Timestamp cannot be used with the parameter Expires");

    private final String text;

    AuthFailure(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
