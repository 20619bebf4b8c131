package dev.entrepot.storage.objects;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The MD5 of an object's plain bytes. */
public record Md5(String hex) {
    static Md5 of(byte[] digest) {
        return new Md5(HexFormat.of().formatHex(digest));
    }

    /** As {@code Content-MD5} gives it. */
    public static Md5 ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has MD5", e);
        }
    }

    /** Sixteen. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }
}
