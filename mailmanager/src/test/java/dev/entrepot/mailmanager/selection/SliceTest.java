package dev.entrepot.mailmanager.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is stored of a slot is what was in it, few messages or many. */
class SliceTest {
    @Test
    void whatIsStoredIsReadAgain() {
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            var slice = Slice.none();
            int count = 1 << random.nextInt(15);
            for (int n = 0; n < count; n++) {
                slice.add(random.nextInt(Block.MESSAGES));
            }
            byte[] stored = slice.encode();
            assertThat(stored.length).isLessThanOrEqualTo(Block.MESSAGES / 8);
            assertThat(Slice.decode(stored).messages()).isEqualTo(slice.messages());
        }
        assertThat(Slice.decode(Slice.all().encode()).messages()).hasSize(Block.MESSAGES);
        assertThat(Slice.none().encode()).isEmpty();
    }
}
