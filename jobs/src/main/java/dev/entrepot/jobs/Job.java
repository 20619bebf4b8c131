package dev.entrepot.jobs;

import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands at one moment.
 *
 * @param kind the {@link JobKind#name()}
 * @param subject the resource it is about, such as a domain's name
 * @param cutoff the moment of the source that it sees, once it is planned
 * @param startedAt when planning began
 * @param expected what its plan expects in all; 0 where that is not known
 * @param done what its parts have done so far
 * @param failure why it failed, if it did
 * @param origin the request that it came from; empty of a job that is older than such notes
 */
public record Job<Q>(
        JobId id,
        Owner owner,
        String kind,
        String subject,
        Q request,
        JobState state,
        Instant requestedAt,
        Optional<Instant> cutoff,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Counts expected,
        Counts done,
        Optional<JobFailure> failure,
        Optional<Origin> origin) {
    /** What was asked for, as the job keeps it: JSON, for those who show jobs of whatever kind. */
    public String requestJson() {
        return Json.write(request);
    }

    /** Where a listing goes on after this job. */
    public JobPosition position() {
        return new JobPosition(requestedAt, id);
    }
}
