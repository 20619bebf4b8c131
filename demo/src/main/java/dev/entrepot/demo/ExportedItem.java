package dev.entrepot.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One element of a data file, member for member. */
record ExportedItem(String itemName, List<Attribute> attributes) {
    record Attribute(String name, List<String> values) {}

    /** @throws ExportUntrue when an attribute or a value of it is there twice */
    Item item() {
        var sets = new HashMap<String, Set<String>>();
        for (Attribute attribute : attributes) {
            var values = new HashSet<>(attribute.values());
            if (values.size() < attribute.values().size() || sets.put(attribute.name(), values) != null) {
                throw new ExportUntrue(
                        "Item '%s' has attribute '%s', or a value of it, twice".formatted(itemName, attribute.name()));
            }
        }
        return new Item(itemName, sets);
    }
}
