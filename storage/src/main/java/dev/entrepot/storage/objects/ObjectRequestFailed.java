package dev.entrepot.storage.objects;

import dev.entrepot.storage.keys.KeyUnusable;

/** A request to the object store was refused or could not be carried out; what it would have changed is unchanged. */
public final class ObjectRequestFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ObjectError error;

    public ObjectRequestFailed(ObjectError error, String message) {
        super(message);
        this.error = error;
    }

    public ObjectRequestFailed(ObjectError error, String message, Throwable cause) {
        super(message, cause);
        this.error = error;
    }

    static ObjectRequestFailed because(KeyUnusable refusal) {
        return new ObjectRequestFailed(ObjectError.of(refusal.error()), String.valueOf(refusal.getMessage()), refusal);
    }

    /** For the disk's own failures: the message is for the log, not for a client. */
    static ObjectRequestFailed internal(String what, Exception cause) {
        return new ObjectRequestFailed(ObjectError.INTERNAL_ERROR, what, cause);
    }

    public ObjectError error() {
        return error;
    }
}
