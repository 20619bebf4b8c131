package dev.entrepot.cleanroomsml.artefact;

import dev.entrepot.cleanroomsml.artefact.Removal.Removed;
import dev.entrepot.cleanroomsml.contract.StatusDetails;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.resource.Status;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobState;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.jobs.Submission;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deletes a model or a generation job: what it left first, its row last (dossier, section 1.7). */
public final class Removal implements JobKind<Removed, Removed, Removed> {
    private final Artefacts artefacts;
    private final InstantSource clock;

    public Removal(Artefacts artefacts, InstantSource clock) {
        this.artefacts = artefacts;
        this.clock = clock;
    }

    /** @param arn of the resource as the account names it that its artefact belongs to */
    public record Removed(String arn) {
        ResourceArn parsed() {
            return ResourceArn.parse(arn).orElseThrow();
        }
    }

    /** Begins the deletion in the transaction that decided on it. */
    public void begin(Submission submission, ResourceArn arn) {
        ResourceStore.setStatus(
                submission.handle(), arn.id(), Status.DELETE_PENDING, Optional.empty(), clock.instant());
        submission.add(JobId.random(), arn.owner(), this, arn.id(), new Removed(arn.toString()));
    }

    @Override
    public String name() {
        return "cleanroomsml-removal";
    }

    @Override
    public Class<Removed> request() {
        return Removed.class;
    }

    @Override
    public Class<Removed> part() {
        return Removed.class;
    }

    @Override
    public Class<Removed> result() {
        return Removed.class;
    }

    /** Half a deletion would be of no use to anybody. */
    @Override
    public boolean stoppable() {
        return false;
    }

    /** No API tells of it. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<Removed> plan(Job<Removed> job) {
        return new Plan<>(List.of(job.request()), 0, 0, clock.instant());
    }

    @Override
    public void planned(Handle handle, Job<Removed> job) {
        String id = job.request().parsed().id();
        ResourceStore.setStatus(handle, id, Status.DELETE_IN_PROGRESS, Optional.empty(), clock.instant());
    }

    @Override
    public Removed runPart(PartRun<Removed, Removed> run) {
        artefacts.delete(run.part().parsed());
        return run.part();
    }

    @Override
    public void finish(Job<Removed> job, List<Removed> results) {
        // the row goes in the transaction of the end
    }

    @Override
    public void ended(Handle handle, Job<Removed> job) {
        String id = job.request().parsed().id();
        if (job.state() == JobState.SUCCEEDED) {
            ResourceStore.deleteChildren(handle, id);
            ResourceStore.delete(handle, id);
        } else {
            var details = new StatusDetails(
                    Optional.of(FailureCode.INTERNAL_ERROR.name()), Optional.of("It could not be deleted; try again."));
            ResourceStore.setStatus(handle, id, Status.DELETE_FAILED, Optional.of(details), clock.instant());
        }
    }
}
