package dev.entrepot.simpledb.domain;

import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;

/**
 * Names that stand for some hundreds around them. Which ones they are follows from the names alone, so equal domains are cut
 * alike.
 */
final class Milestones {
    private static final int ONE_IN = 256;

    private Milestones() {}

    static void added(Handle handle, long domainId, String itemName) {
        if (isOne(itemName)) {
            handle.execute(
                    "INSERT INTO simpledb_milestone (domain_id, name) VALUES (?, ?)",
                    domainId,
                    ItemStore.bytes(itemName));
        }
    }

    static void removed(Handle handle, long domainId, String itemName) {
        if (isOne(itemName)) {
            handle.execute(
                    "DELETE FROM simpledb_milestone WHERE domain_id = ? AND name = ?",
                    domainId,
                    ItemStore.bytes(itemName));
        }
    }

    /** In order, as {@link NameRange} has names. */
    static List<String> of(Handle handle, long domainId) {
        return handle.createQuery("SELECT name FROM simpledb_milestone WHERE domain_id = ? ORDER BY name")
                .bind(0, domainId)
                .map((row, context) -> HexFormat.of().formatHex(row.getBytes(1)))
                .list();
    }

    private static boolean isOne(String itemName) {
        var hash = new CRC32();
        hash.update(ItemStore.bytes(itemName));
        return hash.getValue() % ONE_IN == 0;
    }
}
