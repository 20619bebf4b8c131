package dev.entrepot.cleanroomsml.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The wanted columns of one row, used again for the next: each has the texts of its values, none for null, several for an array. */
final class Row {
    private final List<List<String>> values;

    Row(int columns) {
        values = Stream.<List<String>>generate(ArrayList::new).limit(columns).toList();
    }

    void clear() {
        values.forEach(List::clear);
    }

    /** An empty text is as good as none. */
    void add(int column, String value) {
        if (!value.isEmpty()) {
            values.get(column).add(value);
        }
    }

    List<String> all(int column) {
        return values.get(column);
    }

    /** Its only value; empty when it has none. */
    String only(int column, String name) {
        List<String> all = values.get(column);
        if (all.size() > 1) {
            throw FileUnusable.mismatch("column '" + name + "' has several values");
        }
        return all.isEmpty() ? "" : all.getFirst();
    }
}
