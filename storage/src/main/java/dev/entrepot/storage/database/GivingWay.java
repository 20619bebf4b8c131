package dev.entrepot.storage.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps one long read of a job from slowing down writes that clients wait for: while any are under way, the job works a
 * quarter of the time. With nobody else about it goes at full speed. For one thread.
 */
public final class GivingWay {
    /** After each stretch of work, its length this many times. */
    private static final int RESTS = 3;

    /** A stretch that took longer was itself kept waiting, by the processor or the disk. */
    private static final long LONGEST_REST_NANOS = Duration.ofMillis(20).toNanos();

    private final Database database;
    private final LongSupplier nanoTime;
    private final LongConsumer rest;
    private long resumed;

    public GivingWay(Database database) {
        this(database, System::nanoTime, LockSupport::parkNanos);
    }

    /** @param rest waits that many nanoseconds */
    GivingWay(Database database, LongSupplier nanoTime, LongConsumer rest) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.rest = rest;
        this.resumed = nanoTime.getAsLong();
    }

    /** To be called every few milliseconds of work; waits some more of them when it should. */
    public void step() {
        if (database.writing()) {
            long stretch = nanoTime.getAsLong() - resumed;
            rest.accept(Math.min(RESTS * stretch, LONGEST_REST_NANOS));
        }
        resumed = nanoTime.getAsLong();
    }
}
