package dev.entrepot.simpledb.domain;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * The items that were written in closed batches, in the order of their names: as the index has them, and as they were at the end of
 * the last of these batches. An item of several batches comes once.
 */
final class ItemChanges implements Iterator<ItemChanges.Change>, AutoCloseable {
    private final long last;
    private final ResultIterator<Row> rows;
    private @Nullable Row next;

    /** @param before as the index has it, and after as it is to have it; empty where it has no such item */
    record Change(String name, Optional<byte[]> before, Optional<byte[]> after) {}

    /** An item of a batch, as it was before that and as it is now. */
    private record Row(String name, long batch, Optional<byte[]> former, Optional<byte[]> now) {}

    /** Of a range of names, from the first batch that is not settled to the last that is to be. */
    ItemChanges(Handle handle, long domainId, long first, long last, ByteRange names) {
        this.last = last;
        this.rows = handle.createQuery("""
                        SELECT f.name, f.batch, f.document, i.document FROM simpledb_former_item f
                        LEFT JOIN simpledb_item i ON i.domain_id = f.domain_id AND i.name = f.name
                        WHERE f.domain_id = ? AND f.batch >= ? AND f.name >= ? AND f.name < ? ORDER BY f.name, f.batch""")
                .bind(0, domainId)
                .bind(1, first)
                .bind(2, names.from())
                .bind(3, names.to())
                .map((row, context) -> new Row(
                        FormerItems.text(row.getBytes(1)),
                        row.getLong(2),
                        Optional.ofNullable(row.getBytes(3)),
                        Optional.ofNullable(row.getBytes(4))))
                .iterator();
        this.next = row();
    }

    private @Nullable Row row() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (next != null && next.batch > last) { // written later only
            next = row();
        }
        return next != null;
    }

    @Override
    public Change next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row first = next;
        Optional<byte[]> after = first.now;
        boolean later = false;
        for (next = row(); next != null && next.name.equals(first.name); next = row()) {
            if (next.batch > last && !later) {
                after = next.former;
                later = true;
            }
        }
        return new Change(first.name, first.former, after);
    }

    @Override
    public void close() {
        rows.close();
    }
}
