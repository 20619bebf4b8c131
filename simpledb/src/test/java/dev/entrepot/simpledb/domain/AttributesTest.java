package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An attribute is a set of values: emulators that keep lists store duplicates and answer wrongly. */
class AttributesTest {
    private final Attributes item = new Attributes();

    AttributesTest() {
        item.add("a", "1");
        item.add("b", "2");
        item.add("b", "3");
    }

    @Test
    void writingAPairAgainChangesNothing() {
        item.put(List.of(new Attributes.Put("b", "3", false)));
        assertThat(item.pairs())
                .containsExactly(
                        new AttributeValue("a", "1"), new AttributeValue("b", "2"), new AttributeValue("b", "3"));
    }

    @Test
    void replaceDropsTheOldValuesAndKeepsAllNewOnes() {
        item.put(List.of(new Attributes.Put("b", "5", true), new Attributes.Put("b", "4", false)));
        assertThat(item.of("b")).containsExactly("4", "5");
        assertThat(item.of("a")).containsExactly("1");
    }

    @Test
    void deletingTheLastValueDeletesTheAttribute() {
        item.delete(
                List.of(new Attributes.Delete("a", Optional.of("1")), new Attributes.Delete("b", Optional.of("9"))));
        assertThat(item.all().keySet()).containsExactly("b");
        item.delete(List.of(new Attributes.Delete("b", Optional.empty())));
        assertThat(item.isEmpty()).isTrue();
    }

    @Test
    void anEmptyValueIsAValue() {
        item.add("empty", "");
        assertThat(item.of("empty")).containsExactly("");
        assertThat(item.size()).isEqualTo(4);
    }
}
