package dev.entrepot.server.command;

/** Messages are not as they were archived. */
final class ArchiveDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveDamaged(long messages) {
        super(messages + " messages are not as they were archived");
    }
}
