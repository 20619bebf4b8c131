package dev.entrepot.server.credentials;

import dev.entrepot.wire.auth.Credential;
import java.security.SecureRandom;

/** Makes key pairs that look like those of AWS's long-term keys, which clients and log filters recognise. */
final class KeyPairs {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private KeyPairs() {}

    static Credential generate(String account) {
        return new Credential("AKIA" + random(16, BASE32), random(40, BASE64), account);
    }

    private static String random(int length, String alphabet) {
        var text = new StringBuilder(length);
        RANDOM.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }
}
