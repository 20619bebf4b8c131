package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * One page of a select.
 *
 * @param position where the next page begins: after this item; empty when this is the last page
 */
public record SelectPage(List<Row> rows, Optional<String> position) {
    public SelectPage {
        rows = List.copyOf(rows);
    }

    /** One item, with those of its attributes that were asked for. */
    public record Row(String itemName, Attributes attributes) {}
}
