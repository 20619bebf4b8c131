package dev.entrepot.cleanroomsml.lookalike;

/** A stored model or ranking is not as it was written. */
public final class CorruptFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorruptFileException(String message) {
        super(message);
    }
}
