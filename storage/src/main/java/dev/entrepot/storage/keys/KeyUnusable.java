package dev.entrepot.storage.keys;

/** A key could not be used; nothing was encrypted or decrypted. */
public final class KeyUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final KmsError error;

    KeyUnusable(KmsError error, String message) {
        super(message);
        this.error = error;
    }

    public KmsError error() {
        return error;
    }
}
