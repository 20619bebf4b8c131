package dev.entrepot.wire.protocol;

/** The body is of another media type than the protocol's. */
public final class UnsupportedMediaType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedMediaType(String expected) {
        super("The Content-Type of this request must be " + expected, null, false, false); // the caller's fault
    }
}
