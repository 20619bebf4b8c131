package dev.entrepot.simpledb.domain;

import java.util.ArrayList;
import java.util.List;

/** Cuts a domain while its items pass by: a stretch ends before the item with which it would be over a bound. */
final class StretchCutter {
    private final long maxItems;
    private final long maxBytes;
    private final List<Stretch> done = new ArrayList<>();
    private String from = NameRange.ALL.from();
    private long items;
    private long bytes;

    StretchCutter(long maxItems, long maxBytes) {
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
    }

    /** Whether an item of so many bytes begins a new stretch. */
    boolean isFullFor(long itemBytes) {
        return items == maxItems || items > 0 && bytes + itemBytes > maxBytes;
    }

    /** @param name of the item that the new stretch begins with, as in {@link NameRange} */
    void cutBefore(String name) {
        done.add(new Stretch(new NameRange(from, name), items, bytes));
        from = name;
        items = 0;
        bytes = 0;
    }

    void add(long itemBytes) {
        items++;
        bytes += itemBytes;
    }

    /** At least one: a domain without items is an empty stretch. */
    List<Stretch> stretches() {
        cutBefore(NameRange.END);
        return List.copyOf(done);
    }
}
