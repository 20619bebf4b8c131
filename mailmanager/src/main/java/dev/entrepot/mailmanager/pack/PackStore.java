package dev.entrepot.mailmanager.pack;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of packs. */
public final class PackStore {
    private static final RowMapper<PackRow> PACK = (row, context) -> new PackRow(
            row.getLong("number"),
            row.getLong("archive"),
            row.getInt("month"),
            row.getLong("bytes"),
            row.getLong("written"),
            row.getLong("live"),
            row.getLong("messages"),
            row.getLong("first"),
            row.getLong("last"));

    private PackStore() {}

    public static void add(Handle handle, PackRow pack) {
        handle.createUpdate("""
                        INSERT INTO mail_pack (number, archive, month, bytes, written, live, messages, first, last)
                        VALUES (:number, :archive, :month, :bytes, :written, :live, :messages, :first, :last)""").bindMethods(pack).execute();
    }

    /** Those of an archive, by month and size. */
    public static List<PackRow> list(Handle handle, long archive) {
        return handle.createQuery("SELECT * FROM mail_pack WHERE archive = ? ORDER BY month, bytes, number")
                .bind(0, archive)
                .map(PACK)
                .list();
    }

    public static boolean isThere(Handle handle, long number) {
        return handle.createQuery("SELECT 1 FROM mail_pack WHERE number = ?")
                .bind(0, number)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Some of its messages are no more. */
    public static void lose(Handle handle, long number, long messages, long bytes) {
        handle.createUpdate("UPDATE mail_pack SET messages = messages - ?, live = live - ? WHERE number = ?")
                .bind(0, messages)
                .bind(1, bytes)
                .bind(2, number)
                .execute();
    }

    /** Takes away those of an archive that no row speaks of, and tells their numbers. */
    public static List<Long> removeEmpty(Handle handle, long archive) {
        return handle.createQuery("DELETE FROM mail_pack WHERE archive = ? AND messages = 0 RETURNING number")
                .bind(0, archive)
                .mapTo(Long.class)
                .list();
    }

    public static void remove(Handle handle, long number) {
        handle.execute("DELETE FROM mail_pack WHERE number = ?", number);
    }
}
