package dev.entrepot.jobs;

import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ends jobs, each once, and tells their kind in the same transaction. */
final class JobEnd {
    private final JobKinds kinds;
    private final InstantSource clock;

    JobEnd(JobKinds kinds, InstantSource clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    void succeed(Handle handle, JobId id) {
        end(handle, id, JobState.SUCCEEDED, Optional.empty());
    }

    void fail(Handle handle, JobId id, JobFailure failure) {
        end(handle, id, JobState.FAILED, Optional.of(failure));
    }

    boolean cancel(Handle handle, JobId id) {
        return end(handle, id, JobState.CANCELLED, Optional.empty());
    }

    private boolean end(Handle handle, JobId id, JobState state, Optional<JobFailure> failure) {
        boolean ended = JobStore.end(handle, id, state, failure, clock.instant());
        if (ended) {
            kinds.of(handle, id).ifPresent(kind -> tell(handle, kind, id));
        }
        return ended;
    }

    private static <Q> void tell(Handle handle, JobKind<Q, ?, ?> kind, JobId id) {
        kind.ended(handle, JobStore.find(handle, kind, id).orElseThrow());
    }
}
