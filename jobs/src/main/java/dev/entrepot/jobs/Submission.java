package dev.entrepot.jobs;

import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One transaction of {@link Jobs#submit}: a service's own checks, and the jobs that come of them. */
public final class Submission {
    private final Handle handle;
    private final JobSteps steps;
    private final JobEnd ends;
    private final Instant now;
    private final Optional<Origin> origin;

    Submission(Handle handle, JobSteps steps, JobEnd ends, Instant now, Optional<Origin> origin) {
        this.handle = handle;
        this.steps = steps;
        this.ends = ends;
        this.now = now;
        this.origin = origin;
    }

    /** For the checks: quotas, client tokens, the state of the resource. */
    public Handle handle() {
        return handle;
    }

    /**
     * Accepts a job. It is done if and when the transaction commits.
     *
     * @param id new; made before so that a client token can be remembered with it
     * @param subject the resource the job is about
     */
    public <Q> Job<Q> add(JobId id, Owner owner, JobKind<Q, ?, ?> kind, String subject, Q request) {
        JobStore.add(handle, id, owner, kind.name(), subject, request, now, origin);
        steps.addPlan(handle, id);
        return JobStore.find(handle, kind, id).orElseThrow();
    }

    /** {@link Jobs#cancel} as part of this transaction; the job's kind has been told of the end when this returns. */
    public void cancel(JobId id) {
        ends.cancel(handle, id);
    }
}
