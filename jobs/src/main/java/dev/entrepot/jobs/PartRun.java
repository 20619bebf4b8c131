package dev.entrepot.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * One run of one part, for the thread that runs it. Its methods throw {@link RunEnded} when the run is over before its end;
 * a cancel is noticed within half a second of calls to {@link #progress} or {@link #checkCancelled}, and by every commit.
 */
public interface PartRun<Q, P> {
    Job<Q> job();

    P part();

    /** The part's place in the plan, from 0. */
    int number();

    /** What an earlier run committed last; nothing in the first. */
    Optional<String> checkpoint();

    /**
     * Applies a batch: it, the checkpoint to go on from, and the counts stand or fall together. A run that has been
     * superseded commits nothing. {@code batch} may run again and has no other effects, see {@code Database.writeBatch}.
     */
    void commit(String checkpoint, Counts batchCounts, Consumer<Handle> batch);

    /** Likewise, for a batch that finds out how much it comes to while it is applied. */
    void commit(String checkpoint, Function<Handle, Counts> batch);

    /** Reports work of a part that has no batches. Cheap enough for every record; it reaches the database now and then. */
    void progress(Counts more);

    /** For stretches of work with nothing to report. As cheap. */
    void checkCancelled();
}
