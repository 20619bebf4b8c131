package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.database.WriteFailed;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    /** With plain JDBC, as these are rows by the hundred thousand. */
    private void run(Handle handle, IndexedAttribute indexed, boolean there, String sql) {
        List<Entry> changed =
                entries.stream().filter(entry -> entry.there == there).toList();
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (Entry entry : changed) {
                statement.setLong(1, indexed.id());
                statement.setBytes(2, entry.value);
                statement.setBytes(3, entry.item);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new WriteFailed("The index could not be written", e);
        }
    }
}
