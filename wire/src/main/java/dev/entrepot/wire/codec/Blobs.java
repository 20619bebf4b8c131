package dev.entrepot.wire.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Blobs as text. */
final class Blobs {
    private Blobs() {}

    static String base64(ByteBuffer blob) {
        return new String(Base64.getEncoder().encode(blob.duplicate()).array(), StandardCharsets.ISO_8859_1);
    }
}
