package dev.entrepot.storage.database;

/** A write could not be made durable, for reasons of the database (disk full, no connection); nothing of it was kept. */
public final class WriteFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
