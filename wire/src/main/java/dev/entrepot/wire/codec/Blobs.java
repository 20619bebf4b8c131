package dev.entrepot.wire.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Blobs as bytes and as text: Base64 of the standard alphabet, with padding. */
public final class Blobs {
    private Blobs() {}

    /** A copy of what remains in the buffer, which is left as it is. */
    public static byte[] bytes(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.duplicate().get(bytes);
        return bytes;
    }

    static String writeBase64(ByteBuffer blob) {
        return new String(base64(blob), StandardCharsets.ISO_8859_1);
    }

    static byte[] base64(ByteBuffer blob) {
        return Base64.getEncoder().encode(bytes(blob));
    }

    static ByteBuffer readBase64(String text) {
        if (text.length() % 4 != 0) {
            throw new MalformedInput("Not Base64");
        }
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text)).asReadOnlyBuffer();
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedInput("Not Base64");
        }
    }
}
