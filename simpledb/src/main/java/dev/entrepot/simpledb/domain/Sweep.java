package dev.entrepot.simpledb.domain;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes away the former items of settled batches that no open export needs, some at a time. What is not needed now never will be: a new
 * export needs nothing of batches that are closed.
 *
 * @param ended exports that had ended when it began; what was kept for them goes, and then their cutoffs
 * @param last batch that is settled
 */
record Sweep(long domainId, List<Ended> ended, Place start, long last) {
    /** An item as an export needs it was made before the cutoff and changed after it, here for the first time. */
    private static final String UNNEEDED = """
            NOT EXISTS (
                SELECT 1 FROM simpledb_cutoff c
                WHERE c.domain_id = f.domain_id AND NOT c.ended AND c.batch <= f.batch AND c.version >= f.version)""";

    private record Ended(String exportId, long batch) {}

    /** A former item's key. */
    record Place(long batch, byte[] name) {
        static Place before(long batch) {
            return new Place(batch, new byte[0]);
        }
    }

    static Sweep of(Handle handle, SettlingLease lease) {
        List<Ended> ended = handle.createQuery(
                        "SELECT export_id, batch FROM simpledb_cutoff WHERE domain_id = ? AND ended")
                .bind(0, lease.domainId())
                .map((row, context) -> new Ended(row.getString(1), row.getLong(2)))
                .list();
        long first = ended.stream().mapToLong(Ended::batch).reduce(lease.first(), Math::min);
        return new Sweep(lease.domainId(), ended, Place.before(first), lease.last());
    }

    /** The place so many rows on; none where fewer are left. */
    Optional<Place> after(Handle handle, Place from, int rows) {
        return handle.createQuery("""
                        SELECT batch, name FROM simpledb_former_item
                        WHERE domain_id = ? AND (batch, name) >= (?, ?) AND batch <= ?
                        ORDER BY batch, name LIMIT 1 OFFSET ?""")
                .bind(0, domainId)
                .bind(1, from.batch)
                .bind(2, from.name)
                .bind(3, last)
                .bind(4, rows)
                .map((row, context) -> new Place(row.getLong(1), row.getBytes(2)))
                .findOne();
    }

    /** From one place to before the other, or all that is left. */
    void remove(Handle handle, Place from, Optional<Place> to) {
        Place end = to.orElse(Place.before(last + 1));
        handle.execute("""
                DELETE FROM simpledb_former_item AS f
                WHERE f.domain_id = ? AND (f.batch, f.name) >= (?, ?) AND (f.batch, f.name) < (?, ?) AND\s""" + UNNEEDED, domainId, from.batch, from.name, end.batch, end.name);
    }

    void end(Handle handle) {
        ended.forEach(export -> handle.execute("DELETE FROM simpledb_cutoff WHERE export_id = ?", export.exportId));
    }
}
