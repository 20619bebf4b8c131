package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.database.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sweeps out the items of deleted domains a few thousand at a time, so that no other write waits for a large domain. */
public final class DroppedDomains {
    private static final int ITEMS_AT_A_TIME = 5_000;

    private final Database database;

    public DroppedDomains(Database database) {
        this.database = database;
    }

    /** Sweeps until nothing is left; takes up where a stopped server left off. */
    public void sweep() {
        while (database.write(DroppedDomains::sweepOnce)) {
            Thread.yield();
        }
    }

    private static boolean sweepOnce(Handle handle) {
        Optional<Long> domain = handle.createQuery("SELECT domain_id FROM simpledb_dropped LIMIT 1")
                .mapTo(Long.class)
                .findOne();
        if (domain.isEmpty()) {
            return false;
        }
        int swept = handle.createUpdate("""
                        DELETE FROM simpledb_item WHERE domain_id = :domain AND name IN
                        (SELECT name FROM simpledb_item WHERE domain_id = :domain LIMIT :limit)""")
                .bind("domain", domain.get())
                .bind("limit", ITEMS_AT_A_TIME)
                .execute();
        if (swept == 0) {
            handle.execute("DELETE FROM simpledb_dropped WHERE domain_id = ?", domain.get());
        }
        return true;
    }
}
