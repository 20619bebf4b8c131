package dev.entrepot.wire.codec;

/** A message that is not of its format, or holds a value of another type than the contract's. */
public final class MalformedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedInput(String message) {
        super(message, null, false, false); // the caller's fault: a stack trace would only cost
    }
}
