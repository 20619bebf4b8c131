package dev.entrepot.console;

/** A form that does not come from a page of this session; the message is for the visitor. */
final class Forged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Forged(String message) {
        super(message);
    }
}
