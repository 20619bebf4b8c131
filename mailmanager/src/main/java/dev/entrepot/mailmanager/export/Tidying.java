package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of what exports keep in the database, once they have ended. Before that it writes the listings of those that were ended
 * early once more: by now the last part has told what it wrote.
 */
final class Tidying implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
    /** Parts notice within half a second that their job has ended, and then are done with what they were writing. */
    private static final Duration SURELY_STOPPED = Duration.ofSeconds(30);

    private static final int PARTS_AT_A_TIME = 50;

    private final Database database;
    private final InstantSource clock;
    private final Sidecars sidecars;

    Tidying(Database database, InstantSource clock, Sidecars sidecars) {
        this.database = database;
        this.clock = clock;
        this.sidecars = sidecars;
    }

    @Override
    public String name() {
        return "mailmanager-export-tidying";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(BooleanSupplier closing) {
        for (String export : database.read(
                handle -> ExportStore.endedUntil(handle, clock.instant().minus(SURELY_STOPPED)))) {
            if (closing.getAsBoolean()) {
                return;
            }
            tidy(export);
        }
    }

    private void tidy(String export) {
        try {
            sidecars.close(export);
        } catch (RuntimeException e) { // its bucket may be gone, and with it whoever would read them
            LOG.warn("The listings of export {} could not be written", export, e);
        }
        while (database.<Boolean>writeBatch(handle -> ExportStore.removeParts(handle, export, PARTS_AT_A_TIME))) {
            // until none is left
        }
        database.writeBatch(handle -> {
            ExportStore.remove(handle, export);
            return export;
        });
    }
}
