package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of pairs in the order of their values: which items have a value, without reading any. */
public final class ValueIndex {
    private static final RowMapper<Entry> ENTRY =
            (row, context) -> new Entry(text(row.getBytes("value")), text(row.getBytes("item")));

    private ValueIndex() {}

    /** One pair and whose it is. */
    public record Entry(String value, String item) {}

    /** How many entries a range of values has, {@code limit} at most. */
    public static long count(Handle handle, IndexedAttribute attribute, ByteRange values, long limit) {
        return handle.createQuery("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM simpledb_value
                            WHERE attribute_id = ? AND value >= ? AND value < ? LIMIT ?) counted""")
                .bind(0, attribute.id())
                .bind(1, values.from())
                .bind(2, values.to())
                .bind(3, limit)
                .mapTo(Long.class)
                .one();
    }

    /** The items of a range of values; one with several of these values comes several times. */
    public static List<String> items(Handle handle, IndexedAttribute attribute, ByteRange values) {
        return handle.createQuery("SELECT item FROM simpledb_value WHERE attribute_id = ? AND value >= ? AND value < ?")
                .bind(0, attribute.id())
                .bind(1, values.from())
                .bind(2, values.to())
                .map((row, context) -> text(row.getBytes(1)))
                .list();
    }

    /** The items that have a value, those in a range of names, in the order of names. */
    public static Iterator<String> items(
            Handle handle, IndexedAttribute attribute, String value, ByteRange names, boolean descending) {
        return new Chunks<>(last -> itemsOf(handle, attribute, value, rest(names, last, descending), descending));
    }

    private static ByteRange rest(ByteRange names, Optional<String> last, boolean descending) {
        return last.map(name -> names.and(descending ? ByteRange.below(name) : ByteRange.above(name)))
                .orElse(names);
    }

    private static List<String> itemsOf(
            Handle handle, IndexedAttribute attribute, String value, ByteRange names, boolean descending) {
        return handle.createQuery("""
                        SELECT item FROM simpledb_value
                        WHERE attribute_id = ? AND value = ? AND item >= ? AND item < ?
                        ORDER BY item %s LIMIT %d""".formatted(descending ? "DESC" : "", Chunks.ROWS))
                .bind(0, attribute.id())
                .bind(1, ItemStore.bytes(value))
                .bind(2, names.from())
                .bind(3, names.to())
                .map((row, context) -> text(row.getBytes(1)))
                .list();
    }

    /** A range of values from the smallest to the greatest; of equal ones, in the order of items' names. */
    public static Iterator<Entry> ascending(
            Handle handle, IndexedAttribute attribute, ByteRange values, Optional<Entry> after) {
        return new Chunks<>(last -> last.or(() -> after)
                .map(entry -> smallestAfter(handle, attribute, entry, values))
                .orElseGet(() -> smallest(handle, attribute, values)));
    }

    private static List<Entry> smallest(Handle handle, IndexedAttribute attribute, ByteRange values) {
        return handle.createQuery("""
                        SELECT value, item FROM simpledb_value
                        WHERE attribute_id = ? AND value >= ? AND value < ?
                        ORDER BY value, item LIMIT %d""".formatted(Chunks.ROWS))
                .bind(0, attribute.id())
                .bind(1, values.from())
                .bind(2, values.to())
                .map(ENTRY)
                .list();
    }

    /** One lower bound only, for SQLite would seek to the lesser of two. */
    private static List<Entry> smallestAfter(Handle handle, IndexedAttribute attribute, Entry after, ByteRange values) {
        return handle.createQuery("""
                        SELECT value, item FROM simpledb_value
                        WHERE attribute_id = ? AND (value, item) > (?, ?) AND value < ?
                        ORDER BY value, item LIMIT %d""".formatted(Chunks.ROWS))
                .bind(0, attribute.id())
                .bind(1, ItemStore.bytes(after.value))
                .bind(2, ItemStore.bytes(after.item))
                .bind(3, values.to())
                .map(ENTRY)
                .list();
    }

    /** A range of values from the greatest to the smallest; of equal ones, still in the order of items' names. */
    public static Iterator<Entry> descending(
            Handle handle, IndexedAttribute attribute, ByteRange values, Optional<Entry> after) {
        return new Chunks<>(last -> last.or(() -> after)
                .map(entry -> {
                    List<Entry> equal = sameValue(handle, attribute, entry.value, ByteRange.above(entry.item));
                    return equal.isEmpty()
                            ? greatest(handle, attribute, values.and(ByteRange.below(entry.value)))
                            : equal;
                })
                .orElseGet(() -> greatest(handle, attribute, values)));
    }

    private static List<Entry> sameValue(Handle handle, IndexedAttribute attribute, String value, ByteRange names) {
        return itemsOf(handle, attribute, value, names, false).stream()
                .map(item -> new Entry(value, item))
                .toList();
    }

    /** The index is read backwards, so that equal values come in the wrong order and the last of them perhaps not whole. */
    private static List<Entry> greatest(Handle handle, IndexedAttribute attribute, ByteRange values) {
        List<Entry> entries = handle.createQuery("""
                        SELECT value, item FROM simpledb_value
                        WHERE attribute_id = ? AND value >= ? AND value < ?
                        ORDER BY value DESC, item DESC LIMIT %d""".formatted(Chunks.ROWS))
                .bind(0, attribute.id())
                .bind(1, values.from())
                .bind(2, values.to())
                .map(ENTRY)
                .list();
        if (entries.isEmpty()) {
            return entries;
        }
        String cut = entries.getLast().value;
        if (entries.getFirst().value.equals(cut)) {
            return sameValue(handle, attribute, cut, ByteRange.ALL);
        }
        var whole = new ArrayList<>(entries);
        if (entries.size() == Chunks.ROWS) {
            whole.removeIf(entry -> entry.value.equals(cut));
        }
        whole.sort(Comparator.comparing(Entry::value, UTF8).reversed().thenComparing(Entry::item, UTF8));
        return whole;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
