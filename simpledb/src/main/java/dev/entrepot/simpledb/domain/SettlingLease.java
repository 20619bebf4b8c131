package dev.entrepot.simpledb.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The right to bring a domain's closed batch into the index; another settler may take it when it has not been used for a while. */
record SettlingLease(long domainId, long batch, String settler, InstantSource clock) {
    private static final Duration UNUSED = Duration.ofSeconds(10);

    /** Takes over a batch that is closed already, else closes the open one. */
    static Optional<SettlingLease> take(Handle handle, long domainId, String settler, InstantSource clock) {
        Instant now = clock.instant();
        return find(handle, domainId)
                .map(closed -> takeOver(handle, domainId, settler, now))
                .orElseGet(() -> close(handle, domainId, settler, now))
                .map(batch -> new SettlingLease(domainId, batch, settler, clock));
    }

    private static Optional<Long> find(Handle handle, long domainId) {
        return handle.createQuery("SELECT batch FROM simpledb_settling WHERE domain_id = ?")
                .bind(0, domainId)
                .mapTo(Long.class)
                .findOne();
    }

    private static Optional<Long> takeOver(Handle handle, long domainId, String settler, Instant now) {
        return handle.createQuery("""
                        UPDATE simpledb_settling SET settler = :settler, at = :now
                        WHERE domain_id = :domain AND (settler = :settler OR at <= :unused) RETURNING batch""")
                .bind("settler", settler)
                .bind("now", now)
                .bind("domain", domainId)
                .bind("unused", now.minus(UNUSED))
                .mapTo(Long.class)
                .findOne();
    }

    private static Optional<Long> close(Handle handle, long domainId, String settler, Instant now) {
        Optional<Long> closed =
                handle.createQuery("""
                        UPDATE simpledb_domain SET batch = batch + 1, unindexed = 0
                        WHERE id = ? AND unindexed > 0 RETURNING batch - 1""").bind(0, domainId).mapTo(Long.class).findOne();
        closed.ifPresent(batch -> handle.execute(
                "INSERT INTO simpledb_settling (domain_id, batch, settler, at) VALUES (?, ?, ?, ?)",
                domainId,
                batch,
                settler,
                now));
        return closed;
    }

    /** To begin a transaction of the settling with: none of another's runs beside it. */
    boolean hold(Handle handle) {
        return handle.execute(
                        "UPDATE simpledb_settling SET at = ? WHERE domain_id = ? AND batch = ? AND settler = ?",
                        clock.instant(),
                        domainId,
                        batch,
                        settler)
                == 1;
    }

    boolean end(Handle handle) {
        return handle.execute(
                        "DELETE FROM simpledb_settling WHERE domain_id = ? AND batch = ? AND settler = ?",
                        domainId,
                        batch,
                        settler)
                == 1;
    }
}
