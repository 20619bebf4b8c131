package dev.entrepot.wire.protocol;

/** The body is of another media type than the operation's; the message says which it must be. */
public final class UnsupportedMediaType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedMediaType(String message) {
        super(message, null, false, false); // the caller's fault
    }
}
