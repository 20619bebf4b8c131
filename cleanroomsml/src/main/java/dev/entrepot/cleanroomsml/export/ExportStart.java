package dev.entrepot.cleanroomsml.export;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_EXPORT_JOB;
import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;

import dev.entrepot.cleanroomsml.contract.StartAudienceExportJobRequest;
import dev.entrepot.cleanroomsml.contract.ValidationException;
import dev.entrepot.cleanroomsml.export.ExportJob.Export;
import dev.entrepot.cleanroomsml.generation.Segment;
import dev.entrepot.cleanroomsml.resource.Creation;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.cleanroomsml.resource.Refusals;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.resource.Status;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Submission;
import dev.entrepot.storage.Owner;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Accepts exports. Both accounts of a generation job see all of its exports, so each is a row in either.
 *
 * @param pending how many exports an account may have under way
 * @param active how many exports a generation job may have
 */
record ExportStart(ExportJob kind, Quota pending, Quota active, InstantSource clock) {
    JobId start(Submission submission, ResourceArn generation, StartAudienceExportJobRequest input) {
        Handle handle = submission.handle();
        Owner owner = generation.owner();
        JobId job = JobId.random();
        var arn = new ResourceArn(owner, AUDIENCE_EXPORT_JOB, job.toString());
        if (Creation.earlier(handle, arn, generation.id(), input.name(), input).isPresent()) {
            return job;
        }
        Resource made = ResourceStore.require(handle, generation);
        if (made.status() != Status.ACTIVE) {
            throw Refusals.notActive(AUDIENCE_GENERATION_JOB);
        }
        Segment segment = Segment.of(made);
        if (!segment.offers(input.audienceSize())) {
            throw new ValidationException(
                    "The audience size must match one of the sizes in the configured audience model");
        }
        active.check(ResourceStore.countActive(handle, owner, AUDIENCE_EXPORT_JOB, generation.id()));
        pending.check(ResourceStore.countPending(handle, owner, AUDIENCE_EXPORT_JOB));
        Resource export = Resource.create(arn, input.name(), input, Map.of(), clock.instant())
                .under(generation.id())
                .in(Status.CREATE_PENDING)
                .with(segment.provider());
        Creation.add(handle, export, generation.id());
        Stream.of(segment.starter(), segment.provider())
                .filter(account -> !account.equals(owner.account()))
                .forEach(other -> Creation.add(handle, export.as(other, input.name(), Map.of()), generation.id()));
        submission.add(job, owner, kind, generation.id(), new Export(generation.id()));
        return job;
    }
}
