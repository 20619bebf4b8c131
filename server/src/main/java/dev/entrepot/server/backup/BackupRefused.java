package dev.entrepot.server.backup;

/** A backup cannot be made or restored as asked; the message says why, and nothing has been changed. */
public final class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupRefused(String sentence) {
        super(sentence);
    }
}
