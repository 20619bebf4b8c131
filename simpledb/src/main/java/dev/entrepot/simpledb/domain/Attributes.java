package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The attributes of one item: for each name a set of values, names and values in the order of their UTF-8 bytes. Changes
 * follow sections 3.4 and 3.5 of the SimpleDB dossier.
 */
public final class Attributes {
    private final TreeMap<String, TreeSet<String>> values = new TreeMap<>(UTF8);

    /** One attribute of a put. */
    public record Put(String name, String value, boolean replace) {}

    /** One attribute of a delete: the whole of it, or one value. */
    public record Delete(String name, Optional<String> value) {}

    public void add(String name, String value) {
        values.computeIfAbsent(name, any -> new TreeSet<>(UTF8)).add(value);
    }

    /** A name that any of the puts replaces loses its old values first; then every value is added. */
    public void put(List<Put> puts) {
        for (Put put : puts) {
            if (put.replace) {
                values.remove(put.name);
            }
        }
        for (Put put : puts) {
            add(put.name, put.value);
        }
    }

    public void delete(List<Delete> deletes) {
        for (Delete delete : deletes) {
            if (delete.value.isEmpty()) {
                values.remove(delete.name);
            } else {
                values.computeIfPresent(delete.name, (name, set) -> {
                    set.remove(delete.value.get());
                    return set.isEmpty() ? null : set;
                });
            }
        }
    }

    public void clear() {
        values.clear();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The number of pairs. */
    public int size() {
        return values.values().stream().mapToInt(TreeSet::size).sum();
    }

    /** The values of one name; none when the attribute is absent. */
    public SortedSet<String> of(String name) {
        return Collections.unmodifiableSortedSet(values.getOrDefault(name, new TreeSet<>(UTF8)));
    }

    /** Those of these names that the item has. */
    public Attributes only(Set<String> names) {
        var chosen = new Attributes();
        values.forEach((name, set) -> {
            if (names.contains(name)) {
                chosen.values.put(name, set);
            }
        });
        return chosen;
    }

    /** All attributes, in order. */
    public Map<String, ? extends SortedSet<String>> all() {
        return Collections.unmodifiableMap(values);
    }

    /** All pairs, in order. */
    public List<AttributeValue> pairs() {
        var pairs = new ArrayList<AttributeValue>();
        values.forEach((name, set) -> set.forEach(value -> pairs.add(new AttributeValue(name, value))));
        return pairs;
    }
}
