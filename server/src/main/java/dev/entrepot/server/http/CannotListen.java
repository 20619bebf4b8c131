package dev.entrepot.server.http;

import java.io.IOException;

/** The address could not be bound: the port is taken or may not be used, or the host is not this machine's. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String host, int port, IOException cause) {
        super("Cannot listen on %s port %d: %s".formatted(host, port, reason(cause)), cause);
    }

    private static String reason(IOException cause) {
        // Jetty wraps the socket's own exception, whose message is the plain one ("Address already in use").
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
