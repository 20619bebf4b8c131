package dev.entrepot.simpledb.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What DomainMetadata tells (SimpleDB dossier, section 3.8): sizes are bytes of UTF-8. */
public record DomainStatistics(
        long itemCount,
        long itemNamesBytes,
        long attributeNameCount,
        long attributeNamesBytes,
        long attributeValueCount,
        long attributeValuesBytes) {
    private static final int ROWS_AT_A_TIME = 1_000;

    /** Reads the whole domain: exact, and as slow as the domain is large. */
    public static DomainStatistics of(Handle handle, long domainId) {
        return handle.createQuery("SELECT name, document FROM simpledb_item WHERE domain_id = ?")
                .bind(0, domainId)
                .setFetchSize(ROWS_AT_A_TIME)
                .scanResultSet((rows, context) -> {
                    var count = new Counting();
                    var items = rows.get();
                    while (items.next()) {
                        count.item(items.getBytes(1).length, ItemDocument.read(items.getBytes(2)));
                    }
                    return count.result();
                });
    }

    private static final class Counting {
        private final Set<String> names = new HashSet<>();
        private long items;
        private long itemBytes;
        private long values;
        private long valueBytes;

        void item(int nameLength, Attributes attributes) {
            items++;
            itemBytes += nameLength;
            attributes.all().forEach((name, set) -> {
                names.add(name);
                for (String value : set) {
                    values++;
                    valueBytes += utf8Length(value);
                }
            });
        }

        DomainStatistics result() {
            long nameBytes = names.stream().mapToLong(Counting::utf8Length).sum();
            return new DomainStatistics(items, itemBytes, names.size(), nameBytes, values, valueBytes);
        }

        private static long utf8Length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
