package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes of many items as what comes to the index and what goes from it, in its order: each of its pages is then met once. */
final class IndexChanges {
    private static final int ENTRY_BYTES = 100;

    private final Map<String, List<IndexSlice.Entry>> attributes = new TreeMap<>(UTF8);
    private long bytes;

    void item(ItemChanges.Change change) {
        byte[] item = ItemStore.bytes(change.name());
        bytes += item.length;
        new PairDifference() {
            @Override
            public void pair(AttributeValue pair, int more) {
                byte[] value = pair.value().getBytes(StandardCharsets.UTF_8);
                attributes
                        .computeIfAbsent(pair.name(), any -> new ArrayList<>())
                        .add(new IndexSlice.Entry(value, item, more > 0));
                bytes += ENTRY_BYTES + value.length;
            }

            @Override
            public void attribute(String name, int more) {
                // figures are kept by writes
            }
        }.between(change.before(), change.after());
    }

    /** About so much of the heap. */
    long bytes() {
        return bytes;
    }

    /** @param most entries of a slice */
    List<IndexSlice> slices(int most) {
        var slices = new ArrayList<IndexSlice>();
        attributes.forEach((attribute, entries) -> {
            entries.sort(IndexSlice.Entry.ORDER);
            for (int from = 0; from < entries.size(); from += most) {
                slices.add(new IndexSlice(attribute, entries.subList(from, Math.min(entries.size(), from + most))));
            }
        });
        return slices;
    }
}
