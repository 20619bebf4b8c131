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
    /** An item's place: by its smallest value, or its largest when descending. Empty when it has none and is left out. */
    Optional<Position> place(String itemName, Attributes attributes) {
        return switch (subject) {
            case ItemName() -> Optional.of(new Position(itemName, itemName));
            case Attribute(String name) -> {
                SortedSet<String> values = attributes.of(name);
                if (values.isEmpty()) {
                    yield Optional.empty();
                }
                yield Optional.of(new Position(descending ? values.last() : values.first(), itemName));
            }
        };
    }

    Comparator<Position> comparator() {
        Comparator<Position> byValue = Comparator.comparing(Position::sortValue, Utf8Order.UTF8);
        return (descending ? byValue.reversed() : byValue).thenComparing(Position::itemName, Utf8Order.UTF8);
    }
}
