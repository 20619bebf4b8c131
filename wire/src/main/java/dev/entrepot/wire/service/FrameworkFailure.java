package dev.entrepot.wire.service;

/** What can go wrong before or around a handler, in no protocol's spelling (wire dossier, section 8). */
public enum FrameworkFailure {
    /** No operation was named. */
    MISSING_OPERATION,
    /** The service has no such operation. */
    UNKNOWN_OPERATION,
    /** The service has no such API version. */
    UNKNOWN_VERSION,
    /** The service's operations are not called with this HTTP method. */
    METHOD_NOT_ALLOWED,
    UNSUPPORTED_MEDIA_TYPE,
    /** The caller takes no answer of the kind that the operation gives. */
    NOT_ACCEPTABLE,
    BODY_TOO_LARGE,
    /** The body did not arrive in time. */
    BODY_TOO_SLOW,
    /** There is too much to do at this moment; the caller may try again. */
    OVERLOADED,
    /** A fault of ours. */
    INTERNAL
}
