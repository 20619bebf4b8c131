package dev.entrepot.wire.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from bytes; what is not UTF-8 is refused, never replaced. */
public final class Utf8 {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** @throws MalformedInput for what is not UTF-8 */
    public static String decode(byte[] bytes, int from, int to) {
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= bytes[i]; // negative as soon as one byte is: a loop without branches
        }
        return bits < 0
                ? decodeBeyondAscii(ByteBuffer.wrap(bytes, from, to - from))
                : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Only looks: every request's body comes by here.
     *
     * @throws MalformedInput when these bytes are no text
     */
    static void require(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (at <= bytes.length - Long.BYTES && ((long) WORDS.get(bytes, at) & BEYOND_ASCII) == 0) {
                at += Long.BYTES;
            } else {
                at += bytes[at] >= 0 ? 1 : sequence(bytes, at);
            }
        }
    }

    /** The length of the character that begins here, by the table of well-formed sequences in the Unicode standard. */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 0 || at + length > bytes.length) {
            throw notUtf8();
        }
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80; // shorter forms of what needs fewer bytes
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF; // surrogates, and beyond the last character
        for (int i = at + 1; i < at + length; i++) {
            int next = bytes[i] & 0xFF;
            if (next < least || next > most) {
                throw notUtf8();
            }
            least = 0x80;
            most = 0xBF;
        }
        return length;
    }

    private static MalformedInput notUtf8() {
        return new MalformedInput("Text is not UTF-8");
    }

    private static String decodeBeyondAscii(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw notUtf8();
        }
    }
}
