package dev.entrepot.sesv2.source;

/** A file that cannot be imported at all; the message tells its owner what to change. */
public final class SourceUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SourceUnusable(String message) {
        super(message);
    }
}
