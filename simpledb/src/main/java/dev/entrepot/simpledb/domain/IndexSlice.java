package dev.entrepot.simpledb.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Changes of one attribute's index that lie side by side, so few that other writes hardly wait for them. */
record IndexSlice(String attribute, List<Entry> entries) {
    /** @param there whether the index has it afterwards */
    record Entry(byte[] value, byte[] item, boolean there) {
        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::value, Arrays::compareUnsigned)
                .thenComparing(Entry::item, Arrays::compareUnsigned);
    }

    /** The second time it changes nothing. */
    void write(Handle handle, long domainId) {
        IndexedAttribute indexed = IndexedAttribute.add(handle, domainId, attribute, 0, 0);
        run(handle, indexed, false, "DELETE FROM simpledb_value WHERE attribute_id = ? AND value = ? AND item = ?");
        run(handle, indexed, true, """
                INSERT INTO simpledb_value (attribute_id, value, item) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""");
        if (indexed.pairs() == 0) {
            IndexedAttribute.removeUnused(handle, indexed);
        }
    }

    private void run(Handle handle, IndexedAttribute indexed, boolean there, String statement) {
        PreparedBatch batch = handle.prepareBatch(statement);
        for (Entry entry : entries) {
            if (entry.there == there) {
                batch.bind(0, indexed.id())
                        .bind(1, entry.value)
                        .bind(2, entry.item)
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
