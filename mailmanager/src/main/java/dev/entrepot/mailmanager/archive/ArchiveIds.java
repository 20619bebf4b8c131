package dev.entrepot.mailmanager.archive;

import java.security.SecureRandom;

/** Ids of archives: {@code a-} and 26 letters or digits, as the ARN in SES v2's archiving options wants them (dossier, section 0.3). */
final class ArchiveIds {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ArchiveIds() {}

    static String random() {
        var id = new StringBuilder("a-");
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
        return id.toString();
    }
}
