package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why: what is no text must be refused and never altered, and what is text never refused; Java's own decoder is the judge. */
class Utf8RequireTest {
    @Test
    void every_sequence_of_a_lead_and_a_second_byte_is_judged_as_by_the_decoder() {
        for (int lead = 0x80; lead < 0x100; lead++) {
            for (int second = 0; second < 0x100; second++) {
                for (int length = 1; length <= 5; length++) {
                    byte[] bytes = {(byte) lead, (byte) second, (byte) 0x80, (byte) 0xBF, 'a'};
                    assertSame(Arrays.copyOf(bytes, length));
                }
            }
        }
    }

    @Test
    void text_and_near_text_of_any_length_is_judged_as_by_the_decoder() {
        var random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertSame(bytes);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(40); left > 0; left--) {
            int[] ends = {0x80, 0x80, 0x80, 0x800, 0xD800, Character.MAX_CODE_POINT + 1};
            int codePoint = random.nextInt(ends[random.nextInt(ends.length)]);
            text.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 ? 'x' : codePoint);
        }
        return text.toString();
    }

    private static void assertSame(byte[] bytes) {
        assertThat(isAccepted(bytes)).as("%s", ByteBuffer.wrap(bytes)).isEqualTo(isText(bytes));
    }

    private static boolean isAccepted(byte[] bytes) {
        try {
            Utf8.require(bytes);
            return true;
        } catch (MalformedInput refused) {
            return false;
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException refused) {
            return false;
        }
    }
}
