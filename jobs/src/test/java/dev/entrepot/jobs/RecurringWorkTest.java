package dev.entrepot.jobs;

import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Upkeep that stops coming is noticed only when the disk is full. */
class RecurringWorkTest {
    private final SettableClock clock = new SettableClock();
    private final AtomicInteger runs = new AtomicInteger();

    private final class Hourly implements RecurringWork {
        @Override
        public String name() {
            return "hourly";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void run(BooleanSupplier closing) throws Exception {
            if (runs.incrementAndGet() == 2) {
                throw new Exception("The second run fails");
            }
        }
    }

    @OnEveryDatabase
    void itComesInItsTimeAlsoAfterAFailureAndARestart(TestDatabase test) {
        var database = test.open(Jobs.MIGRATIONS);
        try (var _ = start(database)) {
            awaitRun(1);
            awaitRun(2);
            awaitRun(3);
        }
        try (var _ = start(database)) {
            awaitRun(4);
        }
    }

    /** Lets hours pass until it has run so often; a run is due an hour after the end of the one before. */
    private void awaitRun(int count) {
        Eventually.await(() -> {
            clock.advance(Duration.ofHours(1));
            return runs.get() >= count;
        });
    }

    private Jobs start(Database database) {
        var settings = new JobSettings(1, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        return Jobs.start(database, List.of(), List.of(new Hourly()), clock, settings, Optional::empty);
    }
}
