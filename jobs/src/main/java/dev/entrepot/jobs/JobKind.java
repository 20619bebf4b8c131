package dev.entrepot.jobs;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One kind of bulk job, as a service plugs it in. Any method may run on any node, and again after a crash; an exception makes
 * it run again a few times, with growing pauses, before the job fails as {@code InternalError}. {@link JobFailed} makes the
 * job fail at once. {@code Q}, {@code P} and {@code R} are records of texts, numbers, lists and maps, and are kept as JSON.
 *
 * @param <Q> what was asked for
 * @param <P> what one part is to do
 * @param <R> what one part has to tell the finish
 */
public interface JobKind<Q, P, R> {
    /** Never changes, for it stands in the database: {@code simpledb-export}. */
    String name();

    Class<Q> request();

    Class<P> part();

    Class<R> result();

    /**
     * Whether somebody waits for the job, which is mostly done at once: then its parts run among the steps, and never wait behind
     * long parts of other jobs.
     */
    default boolean isPrompt() {
        return false;
    }

    /** Divides the job. What this returns is durable before any part runs, and then this is not asked again. */
    Plan<P> plan(Job<Q> job) throws Exception;

    /**
     * Does one part, beside others. It either commits batches with a checkpoint and goes on from there when run again, or
     * writes the same output under the same names again.
     */
    R runPart(PartRun<Q, P> run) throws Exception;

    /**
     * More parts, for work that may begin only when all parts so far are done: {@code results} are theirs, in their order. In the
     * transaction that makes the parts durable; asked again when they are done, until there are none.
     */
    default List<P> next(Handle handle, Job<Q> job, List<R> results) {
        return List.of();
    }

    /** Writes the manifest, last of all: {@code results} are those of all parts, in their order. Then the job has succeeded. */
    void finish(Job<Q> job, List<R> results) throws Exception;

    /** Whether its owner may end a job of this kind before its time. */
    default boolean stoppable() {
        return true;
    }

    /** In the transaction that makes the plan durable. {@code job} has its cutoff. */
    default void planned(Handle handle, Job<Q> job) {}

    /** In the transaction in which the job ends, well or badly. */
    default void ended(Handle handle, Job<Q> job) {}

    /**
     * Whether ended jobs of this kind may be removed some time after, see {@link JobHistory}, because no API of AWS's tells of them: those
     * of all others are kept as AWS keeps them.
     */
    default boolean isForgettable() {
        return false;
    }

    /** In the transaction in which the job is removed, see {@link JobHistory}. */
    default void forgotten(Handle handle, JobId id) {}
}
