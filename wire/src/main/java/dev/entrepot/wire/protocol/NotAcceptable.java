package dev.entrepot.wire.protocol;

/** The caller takes no answer of the media type that the operation gives. */
public final class NotAcceptable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAcceptable(String given) {
        super("The Accept header of this request must allow " + given, null, false, false); // the caller's fault
    }
}
