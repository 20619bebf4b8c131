package dev.entrepot.sesv2.event;

import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Removes, some at a time, the events of messages that were sent too long ago. */
public final class EventRetention implements RecurringWork {
    private final Database database;
    private final InstantSource clock;
    private final Duration kept;

    public EventRetention(Database database, InstantSource clock, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "sesv2-event-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(BooleanSupplier closing) {
        Instant before = clock.instant().minus(kept);
        List<Owner> owners = database.read(EventStore::owners);
        for (Owner owner : owners) {
            int removed;
            do {
                removed = closing.getAsBoolean()
                        ? 0
                        : database.<Integer>writeBatch(handle -> EventStore.removeSome(handle, owner, before));
            } while (removed > 0);
        }
    }
}
