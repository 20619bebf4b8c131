package dev.entrepot.sesv2.importjob;

import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts what records do, and keeps the first of the rejected ones, in whatever order they come. */
final class Tally {
    private static final int SHOWN = 20;

    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final PriorityQueue<Rejected> first = new PriorityQueue<>(Rejected.ORDER.reversed());
    private long rejected;

    void add(Change change) {
        changes.merge(change, 1L, Long::sum);
    }

    void add(Rejected record) {
        rejected++;
        first.add(record);
        if (first.size() > SHOWN) {
            first.remove();
        }
    }

    Changes total() {
        return new Changes(
                of(Change.CREATED),
                of(Change.UPDATED),
                of(Change.UNCHANGED),
                of(Change.DELETED),
                rejected,
                first.stream().sorted(Rejected.ORDER).map(Changes.Line::of).toList());
    }

    private long of(Change change) {
        return changes.getOrDefault(change, 0L);
    }
}
