package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore.StoredItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item that may be among the results, at the place where it would be. Its document is parsed when it is first asked for. */
final class Candidate {
    private final Position place;
    private final StoredItem item;
    private @Nullable Attributes attributes;

    Candidate(Position place, StoredItem item) {
        this.place = place;
        this.item = item;
    }

    Position place() {
        return place;
    }

    String name() {
        return item.name();
    }

    int documentLength() {
        return item.document().length;
    }

    Attributes attributes() {
        if (attributes == null) {
            attributes = ItemDocument.read(item.document());
        }
        return attributes;
    }

    boolean matches(SelectStatement statement) {
        return place(statement, name(), attributes()).filter(place::equals).isPresent();
    }

    /** The place of an item among the results; empty when it is none of them. */
    static Optional<Position> place(SelectStatement statement, String name, Attributes attributes) {
        if (statement.where().filter(where -> !where.matches(name, attributes)).isPresent()) {
            return Optional.empty();
        }
        return statement
                .order()
                .map(order -> order.place(name, attributes))
                .orElseGet(() -> Optional.of(new Position("", name)));
    }
}
