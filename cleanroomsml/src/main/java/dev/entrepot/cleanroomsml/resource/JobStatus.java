package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.StatusDetails;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobState;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A resource's status follows the job that makes it; both have one id. To be called where the engine tells of its steps. */
public final class JobStatus {
    private static final StatusDetails STOPPED = new StatusDetails(Optional.empty(), Optional.of("It was stopped."));

    private JobStatus() {}

    public static void planned(Handle handle, Job<?> job, Instant now) {
        ResourceStore.setStatus(handle, job.id().toString(), Status.CREATE_IN_PROGRESS, Optional.empty(), now);
    }

    public static void ended(Handle handle, Job<?> job, Instant now) {
        Status status = job.state() == JobState.SUCCEEDED ? Status.ACTIVE : Status.CREATE_FAILED;
        Optional<StatusDetails> details = job.failure()
                .map(failure -> new StatusDetails(Optional.of(code(failure.code())), Optional.of(failure.message())))
                .or(() -> Optional.of(STOPPED).filter(stopped -> status == Status.CREATE_FAILED));
        ResourceStore.setStatus(handle, job.id().toString(), status, details, now);
    }

    /** The engine has a code of its own for what went wrong unforeseen. */
    private static String code(String code) {
        return code.equals("InternalError") ? FailureCode.INTERNAL_ERROR.name() : code;
    }
}
