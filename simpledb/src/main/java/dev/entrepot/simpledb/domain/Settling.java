package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.database.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * Brings one closed batch of a domain into the index, by many short transactions that other writes go between. What is to change
 * does not depend on those, so it is worked out beside them; and whoever is stopped midway begins anew, for a change made twice is
 * the same as once.
 */
final class Settling {
    private final Database database;
    private final SettlingLease lease;
    private final Slices size;

    Settling(Database database, SettlingLease lease, Slices size) {
        this.database = database;
        this.lease = lease;
        this.size = size;
    }

    /**
     * @param entries of one transaction
     * @param bytes of changes sorted together
     */
    record Slices(int entries, long bytes) {
        /** Some 20 ms each on the disk; and the more are sorted together, the fewer times a page is written. */
        static final Slices USUAL = new Slices(5_000, 64 << 20);
    }

    /** @return false when it was taken over by another, or the domain is gone */
    boolean run() {
        Optional<ByteRange> rest = Optional.of(ByteRange.ALL);
        while (rest.isPresent()) {
            ByteRange names = rest.get();
            var changes = new IndexChanges();
            rest = database.read(handle -> gather(handle, names, changes));
            if (!write(changes.slices(size.entries))) {
                return false;
            }
        }
        return database.write(handle -> {
            boolean ours = lease.end(handle);
            if (ours) {
                UnindexedItems.remove(handle, lease.domainId(), lease.batch());
            }
            return ours;
        });
    }

    /** The names that are left when it is enough; none at the end of the batch. */
    private Optional<ByteRange> gather(Handle handle, ByteRange names, IndexChanges changes) {
        try (ResultIterator<UnindexedItems.Change> items =
                UnindexedItems.changes(handle, lease.domainId(), lease.batch(), names)) {
            while (items.hasNext()) {
                UnindexedItems.Change item = items.next();
                changes.item(item);
                if (changes.bytes() >= size.bytes) {
                    return Optional.of(ByteRange.above(item.name()));
                }
            }
            return Optional.empty();
        }
    }

    private boolean write(List<IndexSlice> slices) {
        for (IndexSlice slice : slices) {
            boolean ours = database.writeBatch(handle -> {
                boolean held = lease.hold(handle);
                if (held) {
                    slice.write(handle, lease.domainId());
                }
                return held;
            });
            if (!ours) {
                return false;
            }
        }
        return true;
    }
}
