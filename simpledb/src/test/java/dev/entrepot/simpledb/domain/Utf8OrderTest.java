package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients compare what they sorted themselves with what comes back: the order must be that of the bytes, everywhere. */
class Utf8OrderTest {
    private static final int[] CHARACTERS = {
        0, 'a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFF5E, 0xFFFD, 0x1F600, 0x10FFFF
    };

    @Test
    void textsCompareAsTheirUtf8Bytes() {
        var random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String a = text(random);
            String b = text(random);
            int byBytes =
                    Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(Utf8Order.UTF8.compare(a, b)))
                    .as("%s against %s", a, b)
                    .isEqualTo(Integer.signum(byBytes));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }
}
