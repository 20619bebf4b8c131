package dev.entrepot.console.web;

/** A query or form that cannot be understood; the message is for the visitor. */
public final class BadForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadForm(String message) {
        super(message);
    }
}
