package dev.entrepot.simpledb.domain;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** The table of items: one row an item, keyed by the bytes of its name. */
public final class ItemStore {
    private static final int ROWS_AT_A_TIME = 500;

    private ItemStore() {}

    /** The item's document. */
    public static Optional<byte[]> find(Handle handle, long domainId, String itemName) {
        return handle.createQuery("SELECT document FROM simpledb_item WHERE domain_id = ? AND name = ?")
                .bind(0, domainId)
                .bind(1, bytes(itemName))
                .mapTo(byte[].class)
                .findOne();
    }

    /** The item's document and the number of the write that made it. */
    static Optional<ItemImage> image(Handle handle, long domainId, String itemName) {
        return handle.createQuery("SELECT version, document FROM simpledb_item WHERE domain_id = ? AND name = ?")
                .bind(0, domainId)
                .bind(1, bytes(itemName))
                .map((row, context) -> new ItemImage(row.getLong(1), row.getBytes(2)))
                .findOne();
    }

    /** Puts the item in place of what was there, as one write of {@link DomainWrite}. */
    static void put(Handle handle, Domain domain, String itemName, byte[] document) {
        handle.createUpdate("""
                        INSERT INTO simpledb_item (domain_id, name, version, document) VALUES (?, ?, ?, ?)
                        ON CONFLICT (domain_id, name)
                        DO UPDATE SET version = excluded.version, document = excluded.document""")
                .bind(0, domain.id())
                .bind(1, bytes(itemName))
                .bind(2, domain.version())
                .bind(3, document)
                .execute();
    }

    /** Removes the item, if it is there. */
    static void delete(Handle handle, Domain domain, String itemName) {
        handle.createUpdate("DELETE FROM simpledb_item WHERE domain_id = ? AND name = ?")
                .bind(0, domain.id())
                .bind(1, bytes(itemName))
                .execute();
    }

    /** An item as it is stored. */
    public record StoredItem(String name, byte[] document) {}

    /** @param more the last item counted, when there are more behind it */
    public record Counted(long items, Optional<String> more) {}

    /** Hands the items in a range of names, in their order, to {@code reading}, a few in memory at a time. */
    public static <T> T scan(
            Handle handle,
            long domainId,
            ByteRange names,
            boolean descending,
            Function<Iterator<StoredItem>, T> reading) {
        try (ResultIterator<StoredItem> items = handle.createQuery("""
                        SELECT name, document FROM simpledb_item
                        WHERE domain_id = ? AND name >= ? AND name < ? ORDER BY name""" + (descending ? " DESC" : ""))
                .bind(0, domainId)
                .bind(1, names.from())
                .bind(2, names.to())
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) ->
                        new StoredItem(new String(row.getBytes(1), StandardCharsets.UTF_8), row.getBytes(2)))
                .iterator()) {
            return reading.apply(items);
        }
    }

    /** The names in a range, {@code limit} at most. */
    public static List<String> names(Handle handle, long domainId, ByteRange names, long limit) {
        return handle.createQuery(
                        "SELECT name FROM simpledb_item WHERE domain_id = ? AND name >= ? AND name < ? LIMIT ?")
                .bind(0, domainId)
                .bind(1, names.from())
                .bind(2, names.to())
                .bind(3, limit)
                .map((row, context) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }

    /** Counts the items in a range of names, {@code limit} at most. */
    public static Counted count(Handle handle, long domainId, ByteRange names, int limit) {
        long items = handle.createQuery("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM simpledb_item
                            WHERE domain_id = ? AND name >= ? AND name < ? LIMIT ?) counted""")
                .bind(0, domainId)
                .bind(1, names.from())
                .bind(2, names.to())
                .bind(3, limit)
                .mapTo(Long.class)
                .one();
        return new Counted(items, items < limit ? Optional.empty() : lastBeforeMore(handle, domainId, names, limit));
    }

    /** The item {@code limit} places on in the range, if it is not the last. */
    private static Optional<String> lastBeforeMore(Handle handle, long domainId, ByteRange names, int limit) {
        List<String> found = handle.createQuery("""
                        SELECT name FROM simpledb_item WHERE domain_id = ? AND name >= ? AND name < ?
                        ORDER BY name LIMIT 2 OFFSET ?""")
                .bind(0, domainId)
                .bind(1, names.from())
                .bind(2, names.to())
                .bind(3, limit - 1)
                .map((row, context) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
        return found.size() == 2 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static byte[] bytes(String itemName) {
        return itemName.getBytes(StandardCharsets.UTF_8);
    }
}
