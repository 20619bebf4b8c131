package dev.entrepot.simpledb.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The right to bring closed batches of a domain into the index; another settler may take it when it has not been used for a while.
 *
 * @param first batch that the index does not have
 * @param last batch that it is to have
 */
record SettlingLease(long domainId, long first, long last, String settler, InstantSource clock) {
    private static final Duration UNUSED = Duration.ofSeconds(10);

    private record Batches(long first, long last) {
        static final RowMapper<Batches> ROW = (row, context) -> new Batches(row.getLong("first"), row.getLong("last"));
    }

    /** Takes over batches that another began with, else closes the open one; that is done for the sake of ended exports too. */
    static Optional<SettlingLease> take(Handle handle, long domainId, String settler, InstantSource clock) {
        Instant now = clock.instant();
        return (isTaken(handle, domainId)
                        ? takeOver(handle, domainId, settler, now)
                        : close(handle, domainId, settler, now))
                .map(batches -> new SettlingLease(domainId, batches.first, batches.last, settler, clock));
    }

    private static boolean isTaken(Handle handle, long domainId) {
        return handle.createQuery("SELECT 1 FROM simpledb_settling WHERE domain_id = ?")
                .bind(0, domainId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Optional<Batches> takeOver(Handle handle, long domainId, String settler, Instant now) {
        return handle.createQuery("""
                        UPDATE simpledb_settling SET settler = :settler, at = :now
                        WHERE domain_id = :domain AND (settler = :settler OR at <= :unused) RETURNING first, last""")
                .bind("settler", settler)
                .bind("now", now)
                .bind("domain", domainId)
                .bind("unused", now.minus(UNUSED))
                .map(Batches.ROW)
                .findOne();
    }

    private static Optional<Batches> close(Handle handle, long domainId, String settler, Instant now) {
        Optional<Batches> closed =
                handle.createQuery("""
                        UPDATE simpledb_domain SET batch = batch + 1, unindexed = 0
                        WHERE id = ? AND (unindexed > 0 OR EXISTS (
                            SELECT 1 FROM simpledb_cutoff c WHERE c.domain_id = simpledb_domain.id AND c.ended))
                        RETURNING settled + 1 AS first, batch - 1 AS last""").bind(0, domainId).map(Batches.ROW).findOne();
        closed.ifPresent(batches -> handle.execute(
                "INSERT INTO simpledb_settling (domain_id, first, last, settler, at) VALUES (?, ?, ?, ?, ?)",
                domainId,
                batches.first,
                batches.last,
                settler,
                now));
        return closed;
    }

    /** To begin a transaction of the settling with: none of another's runs beside it. */
    boolean hold(Handle handle) {
        return handle.execute(
                        "UPDATE simpledb_settling SET at = ? WHERE domain_id = ? AND last = ? AND settler = ?",
                        clock.instant(),
                        domainId,
                        last,
                        settler)
                == 1;
    }

    /** From now on selects believe what the index says of these batches. */
    void settled(Handle handle) {
        handle.execute("UPDATE simpledb_domain SET settled = ? WHERE id = ?", last, domainId);
    }

    void end(Handle handle) {
        handle.execute("DELETE FROM simpledb_settling WHERE domain_id = ?", domainId);
    }
}
