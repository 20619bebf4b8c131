package dev.entrepot.wire.auth;

/**
 * Why a request's sender could not be verified, in no protocol's spelling: each protocol maps a reason to its own code and
 * status (wire dossier, section 8).
 */
public enum AuthFailure {
    /** The request bears no signature at all, or names no access key. */
    MISSING_TOKEN,
    /** No such access key, or a session token, of which we issue none. */
    UNKNOWN_KEY,
    /** The signature's parts are missing, unreadable, contradictory or of a kind not supported. */
    MALFORMED,
    /** The signature was made over another request or with another secret. */
    SIGNATURE_MISMATCH,
    /** The signature is for another day or service than the request, or for no region that can be. */
    WRONG_SCOPE,
    /** Signed too long ago. */
    EXPIRED,
    /** Signed too far in the future. */
    NOT_YET_CURRENT,
    /** Version 2 only: a parameter of the signature has a value that is not allowed. */
    INVALID_PARAMETER,
    /** Version 2 only: a parameter of the signature is missing. */
    MISSING_PARAMETER,
    /** Version 2 only: two parameters of the signature exclude each other. */
    PARAMETER_COMBINATION
}
