package dev.entrepot.simpledb.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table of items that were written since the index took them in. They come in batches: while one that is closed goes into
 * the index, writes fill the next, whose documents then are what the index will have.
 */
public final class UnindexedItems {
    private UnindexedItems() {}

    /** @param before each item's document before this write; what the batch has already stays */
    static void add(Handle handle, Domain domain, SortedMap<String, Optional<byte[]>> before) {
        if (before.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO simpledb_unindexed (domain_id, name, batch, document) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""");
        before.forEach((name, document) -> batch.bind(0, domain.id())
                .bind(1, ItemStore.bytes(name))
                .bind(2, domain.batch())
                .bind(3, document.orElse(null))
                .add());
        batch.execute();
    }

    /** Hands on each item's name, in order, and its document as it is now; empty when it was deleted. */
    public static void forEach(Handle handle, long domainId, BiConsumer<String, Optional<byte[]>> reading) {
        try (ResultIterator<Item> items = handle.createQuery("""
                        SELECT u.name, i.document FROM simpledb_unindexed u
                        LEFT JOIN simpledb_item i ON i.domain_id = u.domain_id AND i.name = u.name
                        WHERE u.domain_id = ? ORDER BY u.name""")
                .bind(0, domainId)
                .map((row, context) -> new Item(text(row.getBytes(1)), Optional.ofNullable(row.getBytes(2))))
                .iterator()) {
            String last = "";
            while (items.hasNext()) {
                Item item = items.next();
                if (!item.name.equals(last)) { // it may be in two batches
                    reading.accept(item.name, item.document);
                }
                last = item.name;
            }
        }
    }

    private record Item(String name, Optional<byte[]> document) {}

    /** An item of a closed batch, as the index has it and as it is to have it. */
    record Change(String name, Optional<byte[]> before, Optional<byte[]> after) {}

    /** The items of a closed batch in a range of names, in order. */
    static ResultIterator<Change> changes(Handle handle, long domainId, long batch, ByteRange names) {
        return handle.createQuery("""
                        SELECT u.name, u.document, CASE WHEN n.name IS NULL THEN i.document ELSE n.document END
                        FROM simpledb_unindexed u
                        LEFT JOIN simpledb_unindexed n
                            ON n.domain_id = u.domain_id AND n.name = u.name AND n.batch = u.batch + 1
                        LEFT JOIN simpledb_item i ON i.domain_id = u.domain_id AND i.name = u.name
                        WHERE u.domain_id = ? AND u.batch = ? AND u.name >= ? AND u.name < ? ORDER BY u.name""")
                .bind(0, domainId)
                .bind(1, batch)
                .bind(2, names.from())
                .bind(3, names.to())
                .map((row, context) -> new Change(
                        text(row.getBytes(1)),
                        Optional.ofNullable(row.getBytes(2)),
                        Optional.ofNullable(row.getBytes(3))))
                .iterator();
    }

    static void remove(Handle handle, long domainId, long batch) {
        handle.execute("DELETE FROM simpledb_unindexed WHERE domain_id = ? AND batch = ?", domainId, batch);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
