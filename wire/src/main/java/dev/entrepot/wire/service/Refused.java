package dev.entrepot.wire.service;

import dev.entrepot.wire.protocol.WireError;

/** A request that a handler answers with an error its contract does not model, as the oldest services often do. */
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
