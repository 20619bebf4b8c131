package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * One page of a select.
 *
 * @param next the place after which the next page begins; empty when this is the last page
 */
public record SelectPage(List<Row> rows, Optional<Position> next) {
    public SelectPage {
        rows = List.copyOf(rows);
    }

    /** One item, with those of its attributes that were asked for. */
    public record Row(String itemName, Attributes attributes) {}

    static SelectPage counted(long items, Optional<Position> next) {
        var count = new Attributes();
        count.add("Count", Long.toString(items));
        return new SelectPage(List.of(new Row("Domain", count)), next);
    }
}
