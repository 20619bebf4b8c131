package dev.entrepot.console.domains;

import dev.entrepot.simpledb.classic.contract.Attribute;
import dev.entrepot.simpledb.classic.contract.Item;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of what Select found, as a table with a column for every attribute that an item of the page has.
 *
 * @param next the address of the next page; empty on the last
 */
record Results(List<Item> items, String next) {
    /** More would help nobody, and some domains have thousands. */
    private static final int MOST_COLUMNS = 60;

    List<String> columns() {
        return names().limit(MOST_COLUMNS).toList();
    }

    long hiddenColumns() {
        return Math.max(0, names().count() - MOST_COLUMNS);
    }

    private Stream<String> names() {
        return items.stream()
                .flatMap(item -> item.attributes().stream())
                .map(Attribute::name)
                .distinct();
    }

    /** The values of an attribute, one or several. */
    static String cell(Item item, String column) {
        return item.attributes().stream()
                .filter(attribute -> attribute.name().equals(column))
                .map(Attribute::value)
                .collect(Collectors.joining(" · "));
    }
}
