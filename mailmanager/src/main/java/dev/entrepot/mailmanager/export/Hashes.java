package dev.entrepot.mailmanager.export;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    static String of(byte[] bytes) {
        return text(sha256().digest(bytes));
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
