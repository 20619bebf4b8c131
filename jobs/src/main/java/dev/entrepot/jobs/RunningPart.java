package dev.entrepot.jobs;

import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A run of a part under one attempt number: whatever it writes, it writes only while that number is the latest. */
final class RunningPart<Q, P> implements PartRun<Q, P> {
    private static final Duration REPORT_EVERY = Duration.ofMillis(400);

    private final Database database;
    private final InstantSource clock;
    private final BooleanSupplier closing;
    private final Job<Q> job;
    private final PartStore.Begun run;
    private final P part;
    private Counts live = Counts.NONE;
    private Counts reported = Counts.NONE;
    private Instant nextReport;

    RunningPart(
            Database database, InstantSource clock, BooleanSupplier closing, Job<Q> job, PartStore.Begun run, P part) {
        this.database = database;
        this.clock = clock;
        this.closing = closing;
        this.job = job;
        this.run = run;
        this.part = part;
        this.nextReport = clock.instant().plus(REPORT_EVERY);
    }

    @Override
    public Job<Q> job() {
        return job;
    }

    @Override
    public P part() {
        return part;
    }

    @Override
    public int number() {
        return run.part().number();
    }

    @Override
    public Optional<String> checkpoint() {
        return run.checkpoint();
    }

    @Override
    public void commit(String checkpoint, Counts batchCounts, Consumer<Handle> batch) {
        checkClosing();
        database.writeBatch(handle -> {
            // First, for on PostgreSQL this holds off whoever wants to supersede this run until the batch is in.
            require(handle, PartStore.advance(handle, run, checkpoint, batchCounts));
            batch.accept(handle);
            return checkpoint;
        });
    }

    @Override
    public void commit(String checkpoint, Function<Handle, Counts> batch) {
        commit(checkpoint, Counts.NONE, handle -> {
            Counts counts = batch.apply(handle);
            require(handle, PartStore.advance(handle, run, checkpoint, counts));
        });
    }

    @Override
    public void progress(Counts more) {
        live = live.plus(more);
        checkCancelled();
    }

    @Override
    public void checkCancelled() {
        checkClosing();
        Instant now = clock.instant();
        if (now.isBefore(nextReport)) {
            return;
        }
        nextReport = now.plus(REPORT_EVERY);
        if (live.equals(reported)) {
            database.read(handle -> require(handle, PartStore.isCurrent(handle, run)));
        } else {
            database.writeBatch(handle -> require(handle, PartStore.report(handle, run, live)));
            reported = live;
        }
    }

    void done(Handle handle, String result) {
        require(handle, PartStore.done(handle, run, live, result));
    }

    private void checkClosing() {
        if (closing.getAsBoolean()) {
            throw new EngineClosing();
        }
    }

    private boolean require(Handle handle, boolean current) {
        if (!current) {
            throw JobStore.isRunning(handle, job.id()) ? new PartSuperseded(run.part()) : new JobCancelled(job.id());
        }
        return true;
    }
}
