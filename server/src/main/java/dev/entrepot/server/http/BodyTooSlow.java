package dev.entrepot.server.http;

import java.io.IOException;

/** A request body did not arrive in the time the limits give it. */
final class BodyTooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooSlow() {
        super("The request body did not arrive in time");
    }
}
