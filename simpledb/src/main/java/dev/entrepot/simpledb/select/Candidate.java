package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore.StoredItem;
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
        return statement
                        .where()
                        .filter(where -> !where.matches(name(), attributes()))
                        .isEmpty()
                && statement
                        .order()
                        .filter(order -> order.place(name(), attributes())
                                .filter(place::equals)
                                .isEmpty())
                        .isEmpty();
    }
}
