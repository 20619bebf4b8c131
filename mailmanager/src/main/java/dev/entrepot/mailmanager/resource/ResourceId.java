package dev.entrepot.mailmanager.resource;

import java.security.SecureRandom;

/** Ids of resources: a prefix that says the kind, and 26 letters or digits (dossier, section 0.3). */
public final class ResourceId {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ResourceId() {}

    /** @param prefix such as {@code a-}; an archive's whole id suits the ARN in SES v2's archiving options */
    public static String random(String prefix) {
        var id = new StringBuilder(prefix);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
        return id.toString();
    }
}
