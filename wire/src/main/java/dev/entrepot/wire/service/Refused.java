package dev.entrepot.wire.service;

import dev.entrepot.wire.protocol.WireError;

/**
 * A request that is answered with an error: thrown by handlers whose contract does not model it, as the oldest services often do, and
 * for every error to those who call inside the process.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WireError error;

    public Refused(WireError error) {
        super(error.message(), null, false, false); // an answer, not a fault of ours
        this.error = error;
    }

    public WireError error() {
        return error;
    }
}
