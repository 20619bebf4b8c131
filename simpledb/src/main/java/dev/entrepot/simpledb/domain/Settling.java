package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.database.Database;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Brings closed batches of a domain into the index, by many short transactions that other writes go between. What is to change
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
     * @param entries of one transaction, or rows to remove
     * @param bytes of changes sorted together
     */
    record Slices(int entries, long bytes) {
        /** Some 20 ms each on the disk; and the more are sorted together, the fewer times a page is written. */
        static final Slices USUAL = new Slices(5_000, 64 << 20);
    }

    /** @return false when it was taken over by another, or the domain is gone */
    boolean run() {
        return index() && whileHeld(lease::settled) && sweep();
    }

    private boolean index() {
        Optional<ByteRange> rest = Optional.of(ByteRange.ALL);
        while (rest.isPresent()) {
            ByteRange names = rest.get();
            var changes = new IndexChanges();
            rest = database.read(handle -> gather(handle, names, changes));
            for (IndexSlice slice : changes.slices(size.entries)) {
                if (!whileHeld(handle -> slice.write(handle, lease.domainId()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The names that are left when it is enough; none at the end of the batch. */
    private Optional<ByteRange> gather(Handle handle, ByteRange names, IndexChanges changes) {
        try (var items = new ItemChanges(handle, lease.domainId(), lease.first(), lease.last(), names)) {
            while (items.hasNext()) {
                ItemChanges.Change item = items.next();
                changes.item(item);
                if (changes.bytes() >= size.bytes) {
                    return Optional.of(ByteRange.above(item.name()));
                }
            }
            return Optional.empty();
        }
    }

    private boolean sweep() {
        Sweep sweep = database.read(handle -> Sweep.of(handle, lease));
        Optional<Sweep.Place> rest = Optional.of(sweep.start());
        while (rest.isPresent()) {
            Sweep.Place from = rest.get();
            Optional<Sweep.Place> to = database.read(handle -> sweep.after(handle, from, size.entries));
            if (!whileHeld(handle -> sweep.remove(handle, from, to))) {
                return false;
            }
            rest = to;
        }
        return whileHeld(handle -> {
            sweep.end(handle);
            lease.end(handle);
        });
    }

    /** One of many transactions, which no other's run is beside. */
    private boolean whileHeld(Consumer<Handle> work) {
        return database.writeBatch(handle -> {
            boolean held = lease.hold(handle);
            if (held) {
                work.accept(handle);
            }
            return held;
        });
    }
}
