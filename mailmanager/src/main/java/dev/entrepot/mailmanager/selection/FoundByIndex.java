package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.message.MessageStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jdbi.v3.core.Handle;

/** The messages that may be meant, newest first; what has been deleted since it was indexed is left out. */
final class FoundByIndex implements Iterator<MessageRow> {
    private static final int AT_A_TIME = 256;
    private static final Comparator<Candidates> NEWEST = Comparator.comparingLong(Candidates::received)
            .thenComparingLong(Candidates::number)
            .reversed();
    private static final Comparator<MessageRow> NEWEST_ROW = Comparator.comparing(
                    (MessageRow row) -> row.id().received())
            .thenComparing(row -> row.id().number())
            .reversed();

    private final Handle handle;
    private final PriorityQueue<Candidates> blocks = new PriorityQueue<>(NEWEST);
    private Iterator<MessageRow> rows = Collections.emptyIterator();

    FoundByIndex(Handle handle, List<Candidates> candidates) {
        this.handle = handle;
        blocks.addAll(candidates);
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && !blocks.isEmpty()) {
            rows = MessageStore.find(handle, nextNumbers()).stream()
                    .sorted(NEWEST_ROW)
                    .iterator();
        }
        return rows.hasNext();
    }

    private List<Long> nextNumbers() {
        var numbers = new ArrayList<Long>(AT_A_TIME);
        while (numbers.size() < AT_A_TIME && !blocks.isEmpty()) {
            Candidates newest = blocks.remove();
            numbers.add(newest.number());
            newest.pass();
            if (!newest.isEmpty()) {
                blocks.add(newest);
            }
        }
        return numbers;
    }

    @Override
    public MessageRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }
}
