package dev.entrepot.simpledb.domain;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table of items as they were before their first write in a batch. A domain's writes come in batches, and the open one is
 * closed to go into the index or for an export's moment. So selects know which items the index does not have as they are, settlings what
 * it has of them, and exports what they were.
 */
public final class FormerItems {
    private FormerItems() {}

    /** @param before each item before this write; what the batch has already stays */
    static void add(Handle handle, Domain domain, SortedMap<String, Optional<ItemImage>> before) {
        if (before.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO simpledb_former_item (domain_id, batch, name, version, document) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""");
        before.forEach((name, image) -> {
            batch.bind(0, domain.id()).bind(1, domain.batch()).bind(2, ItemStore.bytes(name));
            image.ifPresentOrElse(
                    was -> batch.bind(3, was.version()).bind(4, was.document()),
                    () -> batch.bindNull(3, Types.BIGINT).bindNull(4, Types.BINARY));
            batch.add();
        });
        batch.execute();
    }

    /**
     * Hands on the name of each item that is not in the index as it is, and its document; empty when it was deleted. In no order, and an
     * item of several batches several times.
     */
    public static void unindexed(Handle handle, long domainId, BiConsumer<String, Optional<byte[]>> reading) {
        try (ResultIterator<Item> items = handle.createQuery("""
                        SELECT f.name, i.document FROM simpledb_former_item f
                        LEFT JOIN simpledb_item i ON i.domain_id = f.domain_id AND i.name = f.name
                        WHERE f.domain_id = ? AND f.batch > (SELECT settled FROM simpledb_domain WHERE id = ?)""")
                .bind(0, domainId)
                .bind(1, domainId)
                .map((row, context) -> new Item(text(row.getBytes(1)), Optional.ofNullable(row.getBytes(2))))
                .iterator()) {
            items.forEachRemaining(item -> reading.accept(item.name, item.document));
        }
    }

    private record Item(String name, Optional<byte[]> document) {}

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
