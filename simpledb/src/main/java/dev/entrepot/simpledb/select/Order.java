package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.Utf8Order;
import dev.entrepot.simpledb.select.Subject.Attribute;
import dev.entrepot.simpledb.select.Subject.ItemName;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;

/** How results are sorted; ties are broken by the item's name, ascending. */
public record Order(Subject subject, boolean descending) {
    /** The value an item is sorted by: its smallest, or its largest when descending. Empty when it has none and is left out. */
    Optional<String> valueOf(String itemName, Attributes attributes) {
        return switch (subject) {
            case ItemName() -> Optional.of(itemName);
            case Attribute(String name) -> {
                SortedSet<String> values = attributes.of(name);
                if (values.isEmpty()) {
                    yield Optional.empty();
                }
                yield Optional.of(descending ? values.last() : values.first());
            }
        };
    }

    Comparator<Position> comparator() {
        Comparator<Position> byValue = Comparator.comparing(Position::sortValue, Utf8Order.UTF8);
        return (descending ? byValue.reversed() : byValue).thenComparing(Position::itemName, Utf8Order.UTF8);
    }
}
