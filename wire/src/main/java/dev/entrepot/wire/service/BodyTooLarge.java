package dev.entrepot.wire.service;

import dev.entrepot.wire.http.BodyLimit;

/** A body is larger than its operation takes. */
final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(BodyLimit limit) {
        super(message(limit), null, false, false); // the caller's fault
    }

    static String message(BodyLimit limit) {
        return "The request body is larger than " + limit.bytes() + " bytes.";
    }
}
