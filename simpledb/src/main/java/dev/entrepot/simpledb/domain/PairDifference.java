package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an item's change is in pairs. */
interface PairDifference {
    Comparator<AttributeValue> ORDER =
            Comparator.comparing(AttributeValue::name, UTF8).thenComparing(AttributeValue::value, UTF8);

    /** @param more 1 for a pair that came, -1 for one that went */
    void pair(AttributeValue pair, int more);

    /** @param more 1 for an attribute that the item now has, -1 for one that it no longer has */
    void attribute(String name, int more);

    /** Tells the difference between two documents of one item; empty where there is none. */
    default void between(Optional<byte[]> before, Optional<byte[]> after) {
        between(pairs(before), pairs(after));
    }

    private static List<AttributeValue> pairs(Optional<byte[]> document) {
        return document.map(ItemDocument::pairs).orElse(List.of());
    }

    private void between(List<AttributeValue> before, List<AttributeValue> after) {
        int b = 0;
        int a = 0;
        while (b < before.size() || a < after.size()) {
            int order = b == before.size() ? 1 : a == after.size() ? -1 : ORDER.compare(before.get(b), after.get(a));
            if (order == 0) {
                attributes(after.get(a).name(), first(after, a) - first(before, b));
                a++;
                b++;
            } else if (order < 0) {
                attributes(before.get(b).name(), -first(before, b));
                pair(before.get(b++), -1);
            } else {
                attributes(after.get(a).name(), first(after, a));
                pair(after.get(a++), 1);
            }
        }
    }

    /** One for an attribute's first pair. */
    private static int first(List<AttributeValue> pairs, int at) {
        return at == 0 || !pairs.get(at - 1).name().equals(pairs.get(at).name()) ? 1 : 0;
    }

    private void attributes(String name, int more) {
        if (more != 0) {
            attribute(name, more);
        }
    }
}
