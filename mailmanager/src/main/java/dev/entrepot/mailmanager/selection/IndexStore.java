package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.storage.database.RowBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables of the index. */
final class IndexStore {
    private IndexStore() {}

    /** One slot's messages as they are stored. */
    record SlotRow(int slot, byte[] messages) {}

    /**
     * A block that is in the index.
     *
     * @param earliest time of receipt, in milliseconds
     */
    record Indexed(Block block, long earliest, long latest) {}

    /** How many of an archive's blocks are in the index, or were. */
    static long count(Handle handle, ArchiveRow archive) {
        return handle.createQuery("SELECT COALESCE(max(number) + 1, 0) FROM mail_index_block WHERE archive = ?")
                .bind(0, archive.number())
                .mapTo(Long.class)
                .one();
    }

    /** Those that still hold messages, in their order. */
    static List<Indexed> list(Handle handle, ArchiveRow archive) {
        return handle.createQuery("""
                        SELECT number, earliest, latest FROM mail_index_block
                        WHERE archive = ? ORDER BY number""")
                .bind(0, archive.number())
                .map((row, context) -> new Indexed(
                        Block.of(archive, row.getLong("number")), row.getLong("earliest"), row.getLong("latest")))
                .list();
    }

    /** Of a block that is not in the index yet; again is the same as once. */
    static void put(Handle handle, Block block, List<SlotRow> slots) {
        RowBatch.execute(handle, """
                        INSERT INTO mail_index_slice (archive, block, slot, messages) VALUES (?, ?, ?, ?)
                        ON CONFLICT (archive, block, slot) DO UPDATE SET messages = excluded.messages""", slots, (statement, row) -> {
            statement.setLong(1, block.archive());
            statement.setLong(2, block.number());
            statement.setInt(3, row.slot());
            statement.setBytes(4, row.messages());
        });
    }

    /** Once all of its slots are there. */
    static void add(Handle handle, Indexed indexed, byte[] received) {
        handle.createUpdate("""
                        INSERT INTO mail_index_block (archive, number, earliest, latest, received)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (archive, number) DO NOTHING""")
                .bind(0, indexed.block().archive())
                .bind(1, indexed.block().number())
                .bind(2, indexed.earliest())
                .bind(3, indexed.latest())
                .bind(4, received)
                .execute();
    }

    static byte[] received(Handle handle, Block block) {
        return handle.createQuery("SELECT received FROM mail_index_block WHERE archive = ? AND number = ?")
                .bind(0, block.archive())
                .bind(1, block.number())
                .mapTo(byte[].class)
                .one();
    }

    /** A slot that no message is in is missing. */
    static Map<Integer, Slice> slices(Handle handle, Block block, List<Integer> slots) {
        Map<Integer, Slice> slices = new HashMap<>();
        handle.createQuery("""
                        SELECT slot, messages FROM mail_index_slice
                        WHERE archive = :archive AND block = :block AND slot IN (<slots>)""")
                .bind("archive", block.archive())
                .bind("block", block.number())
                .bindList("slots", slots)
                .map((row, context) -> Map.entry(row.getInt("slot"), Slice.decode(row.getBytes("messages"))))
                .forEach(entry -> slices.put(entry.getKey(), entry.getValue()));
        return slices;
    }

    static void remove(Handle handle, Block block) {
        handle.execute("DELETE FROM mail_index_slice WHERE archive = ? AND block = ?", block.archive(), block.number());
        handle.execute(
                "DELETE FROM mail_index_block WHERE archive = ? AND number = ?", block.archive(), block.number());
    }
}
