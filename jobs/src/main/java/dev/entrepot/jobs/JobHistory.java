package dev.entrepot.jobs;

import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Removes jobs some time after they have ended, with all that their kind keeps of them. */
public final class JobHistory implements RecurringWork {
    private static final int JOBS_AT_A_TIME = 100;

    private final Database database;
    private final InstantSource clock;
    private final JobKind<?, ?, ?> kind;
    private final Duration kept;

    /** @param kept how long a job is remembered once it has ended */
    public JobHistory(Database database, InstantSource clock, JobKind<?, ?, ?> kind, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kind = kind;
        this.kept = kept;
    }

    @Override
    public String name() {
        return kind.name() + "-history";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(BooleanSupplier closing) {
        Instant until = clock.instant().minus(kept);
        int removed = JOBS_AT_A_TIME;
        while (removed == JOBS_AT_A_TIME && !closing.getAsBoolean()) {
            removed = database.writeBatch(handle -> {
                List<JobId> ids = JobStore.endedUntil(handle, kind.name(), until, JOBS_AT_A_TIME);
                for (JobId id : ids) {
                    kind.forgotten(handle, id);
                    JobStore.remove(handle, id);
                }
                return ids.size();
            });
        }
    }
}
