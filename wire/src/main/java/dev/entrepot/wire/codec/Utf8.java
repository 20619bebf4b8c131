package dev.entrepot.wire.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from bytes; what is not UTF-8 is refused, never replaced. */
public final class Utf8 {
    private Utf8() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decodeBeyondAscii(ByteBuffer.wrap(bytes, from, to - from));
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decodeBeyondAscii(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedInput("Text is not UTF-8");
        }
    }
}
