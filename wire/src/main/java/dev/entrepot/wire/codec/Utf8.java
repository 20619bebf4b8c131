package dev.entrepot.wire.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from bytes; what is not UTF-8 is refused, never replaced. */
public final class Utf8 {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;
    private static final int CHUNK = 1024;

    private Utf8() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    static String decode(byte[] bytes, int from, int to) {
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= bytes[i]; // negative as soon as one byte is: a loop without branches
        }
        return bits < 0
                ? decodeBeyondAscii(ByteBuffer.wrap(bytes, from, to - from))
                : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** @throws MalformedInput when these bytes are no text */
    static void require(byte[] bytes) {
        int words = bytes.length & -Long.BYTES;
        int at = 0;
        while (at < words && ((long) WORDS.get(bytes, at) & BEYOND_ASCII) == 0) {
            at += Long.BYTES;
        }
        var rest = ByteBuffer.wrap(bytes, at, bytes.length - at);
        var unused = CharBuffer.allocate(Math.min(rest.remaining(), CHUNK));
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(rest, unused.clear(), true).isOverflow()) {
            // what was decoded is not wanted
        }
        if (rest.hasRemaining()) {
            throw new MalformedInput("Text is not UTF-8");
        }
    }

    private static String decodeBeyondAscii(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedInput("Text is not UTF-8");
        }
    }
}
