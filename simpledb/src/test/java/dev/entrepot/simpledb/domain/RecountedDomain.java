package dev.entrepot.simpledb.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** A domain's figures and index counted a second time, from the items alone. */
final class RecountedDomain {
    private final List<String> entries = new ArrayList<>();
    private final Map<String, long[]> attributes = new TreeMap<>();
    private long items;
    private long itemBytes;
    private long valueBytes;

    private RecountedDomain() {}

    static RecountedDomain of(Handle handle, long domainId) {
        var count = new RecountedDomain();
        handle.createQuery("SELECT name, document FROM simpledb_item WHERE domain_id = ?")
                .bind(0, domainId)
                .map((row, context) -> count.item(row.getBytes(1), ItemDocument.read(row.getBytes(2))))
                .list();
        return count;
    }

    private long item(byte[] item, Attributes pairs) {
        itemBytes += item.length;
        pairs.all().forEach((name, values) -> {
            long[] figures = attributes.computeIfAbsent(name, any -> new long[2]);
            figures[0] += values.size();
            figures[1]++;
            for (String value : values) {
                valueBytes += bytes(value).length;
                entries.add(entry(bytes(name), bytes(value), item));
            }
        });
        return ++items;
    }

    static String entry(byte[] name, byte[] value, byte[] item) {
        return new String(name, StandardCharsets.UTF_8) + "=" + new String(value, StandardCharsets.UTF_8) + " of "
                + new String(item, StandardCharsets.UTF_8);
    }

    DomainStatistics statistics() {
        long nameBytes = attributes.keySet().stream()
                .mapToLong(name -> bytes(name).length)
                .sum();
        return new DomainStatistics(items, itemBytes, attributes.size(), nameBytes, entries.size(), valueBytes);
    }

    List<String> entries() {
        return entries;
    }

    /** Pairs and items of each. */
    Map<String, long[]> attributes() {
        return attributes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
