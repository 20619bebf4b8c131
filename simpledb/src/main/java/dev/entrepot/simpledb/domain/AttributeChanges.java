package dev.entrepot.simpledb.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What one write changes in the index of one attribute. */
final class AttributeChanges {
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::value, Arrays::compareUnsigned)
            .thenComparing(Entry::item, Arrays::compareUnsigned);

    /** Whether each entry is there afterwards: of several changes of one, the last tells. */
    private final TreeMap<Entry, Boolean> entries = new TreeMap<>(ORDER);

    long pairs;
    long items;

    private record Entry(byte[] value, byte[] item) {}

    /** @param more 1 for a pair that came, -1 for one that went */
    void pair(byte[] value, byte[] item, int more) {
        pairs += more;
        entries.put(new Entry(value, item), more > 0);
    }

    void write(Handle handle, long attributeId) {
        run(handle, attributeId, false, "DELETE FROM simpledb_value WHERE attribute_id = ? AND value = ? AND item = ?");
        run(handle, attributeId, true, """
                INSERT INTO simpledb_value (attribute_id, value, item) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""");
    }

    private void run(Handle handle, long attributeId, boolean there, String statement) {
        PreparedBatch batch = handle.prepareBatch(statement);
        entries.forEach((entry, after) -> {
            if (after == there) {
                batch.bind(0, attributeId)
                        .bind(1, entry.value)
                        .bind(2, entry.item)
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
