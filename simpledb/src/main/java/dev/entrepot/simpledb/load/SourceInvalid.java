package dev.entrepot.simpledb.load;

/** A source as a whole cannot be imported; the message is a sentence about it for whoever made it. */
final class SourceInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SourceInvalid(String message) {
        super(message);
    }
}
