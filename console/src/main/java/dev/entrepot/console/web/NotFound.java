package dev.entrepot.console.web;

/** There is nothing at this address; the message is for the visitor. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
