package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.DatabaseDecorator;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Settles a few entries a transaction, and now and then as if the process died midway: another one goes on some time. */
public final class RandomSettling {
    private static final Settling.Slices SMALL = new Settling.Slices(3, 1_500);

    private final Database database;
    private final Random random;
    private final SettableClock clock = new SettableClock();
    private int deaths;

    public RandomSettling(Database database, Random random) {
        this.database = database;
        this.random = random;
    }

    public void step() {
        if (random.nextInt(3) == 0) {
            clock.advance(Duration.ofSeconds(1 + random.nextInt(15)));
        }
        var dying = new Dying(random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(8));
        try {
            settle(dying);
        } catch (Died midway) {
            deaths++;
        }
    }

    private void settle(Database seen) {
        String settler = "settler" + random.nextInt();
        for (long domain : database.read(Settler::domains)) {
            seen.write(handle -> SettlingLease.take(handle, domain, settler, clock))
                    .ifPresent(lease -> new Settling(seen, lease, SMALL).run());
        }
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Until nothing is unindexed. */
    public void finish() {
        for (int i = 0; i < 2; i++) { // what a dead one had begun, then what came meanwhile
            clock.advance(Duration.ofMinutes(1));
            settle(database);
        }
    }

    /** How many settlers died midway. */
    public int deaths() {
        return deaths;
    }

    /** Takes so many writes and then no more. */
    private final class Dying implements DatabaseDecorator {
        private int left;

        Dying(int writes) {
            this.left = writes;
        }

        @Override
        public Database real() {
            return database;
        }

        @Override
        public <T> T write(Function<Handle, T> work) {
            live();
            return database.write(work);
        }

        @Override
        public <T> T writeBatch(Function<Handle, T> work) {
            live();
            return database.writeBatch(work);
        }

        private void live() {
            if (left == 0) {
                throw new Died();
            }
            left--;
        }
    }
}
