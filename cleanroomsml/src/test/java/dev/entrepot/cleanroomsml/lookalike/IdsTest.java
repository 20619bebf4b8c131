package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ids are texts: 42 and 042 are two users, and whatever characters they have, one id is one number. */
class IdsTest {
    @Test
    void everyTextHasOneNumberAndIsFoundByIt() {
        var random = new Random(1);
        var dictionary = new Dictionary();
        var expected = new HashMap<String, Integer>();
        for (int round = 0; round < 50_000; round++) {
            String text = text(random);
            int next = expected.size();
            assertThat(dictionary.number(text)).isEqualTo(expected.computeIfAbsent(text, _ -> next));
        }
        Ids ids = dictionary.ids();
        assertThat(ids.size()).isEqualTo(expected.size());
        expected.forEach((text, number) -> assertThat(ids.text(number)).isEqualTo(text));
        Ids sorted = ids.select(ids.sorted());
        for (String text : List.copyOf(expected.keySet()).subList(0, 500)) {
            assertThat(sorted.text(sorted.find(text))).isEqualTo(text);
            assertThat(sorted.find(text + " ")).isNegative();
        }
    }

    @Test
    void sortingIsStableAndInOrder() {
        var random = new Random(2);
        for (int size = 0; size < 200; size++) {
            int[] keys = random.ints(size, 0, 1 + size / 3).toArray();
            var expected = new ArrayList<Integer>();
            for (int number = 0; number < size; number++) {
                expected.add(number);
            }
            expected.sort((one, other) -> Integer.compare(keys[one], keys[other]));
            IntOrder order = (one, other) -> Integer.compare(keys[one], keys[other]);
            assertThat(order.sorted(size))
                    .containsExactly(
                            expected.stream().mapToInt(number -> number).toArray());
        }
    }

    /** Short, so that many come again; of one to four bytes a character. */
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.appendCodePoint(new int[] {'a', '0', ' ', 'é', '€', 0x1F600, 0}[random.nextInt(7)]);
        }
        return text.append(random.nextInt(40)).toString();
    }
}
