package dev.entrepot.storage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export beside busy clients must leave them the machine, and take all of it when they are gone. */
class GivingWayTest {
    private final AtomicLong nanos = new AtomicLong(5_000_000);
    private final List<Long> rests = new ArrayList<>();

    @TempDir
    Path directory;

    // The writer's own flag is asked, so that a change of its meaning is noticed here.
    @Test
    void aReadRestsThreeTimesAsLongAsItWorkedWhileSomethingIsWritten() {
        try (Database database = Databases.sqlite(directory, List.of())) {
            GivingWay givingWay = new GivingWay(database, nanos::get, this::rest);
            database.write(handle -> {
                work(givingWay, 1_000_000);
                work(givingWay, 2_000_000);
                return null;
            });
            assertThat(rests).containsExactly(3_000_000L, 6_000_000L);
        }
    }

    @Test
    void aReadAloneNeverRests() {
        try (Database database = Databases.sqlite(directory, List.of())) {
            GivingWay givingWay = new GivingWay(database, nanos::get, this::rest);
            database.write(handle -> null);
            while (database.writing()) {
                Thread.onSpinWait(); // the writer answers before it says that it has nothing to do
            }
            database.read(handle -> {
                work(givingWay, 1_000_000);
                return null;
            });
            assertThat(rests).isEmpty();
        }
    }

    // A stretch of a second was spent waiting for a processor; resting three more would starve the job.
    @Test
    void noRestIsLong() {
        try (Database database = Databases.sqlite(directory, List.of())) {
            GivingWay givingWay = new GivingWay(database, nanos::get, this::rest);
            database.write(handle -> {
                work(givingWay, 1_000_000_000);
                return null;
            });
            assertThat(rests).containsExactly(20_000_000L);
        }
    }

    private void work(GivingWay givingWay, long duration) {
        nanos.addAndGet(duration);
        givingWay.step();
    }

    private void rest(long duration) {
        rests.add(duration);
        nanos.addAndGet(duration);
    }
}
