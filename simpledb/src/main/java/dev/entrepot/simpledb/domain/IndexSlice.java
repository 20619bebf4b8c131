package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.database.RowBatch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

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
        List<Entry> changed =
                entries.stream().filter(entry -> entry.there == there).toList();
        RowBatch.execute(handle, statement, changed, (row, entry) -> {
            row.setLong(1, indexed.id());
            row.setBytes(2, entry.value);
            row.setBytes(3, entry.item);
        });
    }
}
