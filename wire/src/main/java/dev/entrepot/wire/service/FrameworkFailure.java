package dev.entrepot.wire.service;

/** What can go wrong before or around a handler, in no protocol's spelling (wire dossier, section 8). */
public enum FrameworkFailure {
    /** No operation was named. */
    MISSING_OPERATION,
    /** The service has no such operation. */
    UNKNOWN_OPERATION,
    /** The service has no such API version. */
    UNKNOWN_VERSION,
    UNSUPPORTED_MEDIA_TYPE,
    BODY_TOO_LARGE,
    ACCESS_DENIED,
    /** A fault of ours. */
    INTERNAL
}
