package dev.entrepot.mailmanager.load;

/** Bytes are no batch of messages. */
final class MalformedBatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedBatch(String message) {
        super(message, null, false, false);
    }
}
