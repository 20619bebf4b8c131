package dev.entrepot.cleanroomsml.generation;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;

import dev.entrepot.cleanroomsml.configured.ConfiguredModels;
import dev.entrepot.cleanroomsml.contract.StartAudienceGenerationJobRequest;
import dev.entrepot.cleanroomsml.generation.GenerationJob.Generation;
import dev.entrepot.cleanroomsml.model.Models;
import dev.entrepot.cleanroomsml.resource.Creation;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.resource.Status;
import dev.entrepot.cleanroomsml.resource.Tags;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Submission;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.Caller;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Accepts jobs. One that is started on another account's model is one job with a row in each account, and what becomes of it is told in
 * both (dossier, section 1.9).
 *
 * @param pending how many jobs an account may have in the making
 */
record GenerationStart(GenerationJob kind, Quota pending, InstantSource clock) {
    /** @param configuredModel of the caller's region, of whatever account */
    ResourceArn start(
            Submission submission,
            Caller caller,
            ResourceArn configuredModel,
            StartAudienceGenerationJobRequest input) {
        Handle handle = submission.handle();
        var starter = new Owner(caller.account(), caller.region());
        String provider = configuredModel.owner().account();
        JobId job = JobId.random();
        var arn = new ResourceArn(starter, AUDIENCE_GENERATION_JOB, job.toString());
        Optional<ResourceArn> earlier = Creation.earlier(handle, arn, input.name(), input);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!provider.equals(starter.account())
                && !ConfiguredModels.lets(handle, starter.account(), configuredModel, input.collaborationId())) {
            throw new AccessDenied(caller, "cleanrooms-ml:StartAudienceGenerationJob", configuredModel.toString());
        }
        Resource configured = ResourceStore.require(handle, configuredModel);
        Segment segment = Segment.of(
                starter.account(), configured, input.includeSeedInOutput().orElse(false));
        Models.requireActive(handle, segment.modelArn());
        pending.check(ResourceStore.countPending(handle, starter, AUDIENCE_GENERATION_JOB));

        Map<String, String> requested = Tags.of(input.tags());
        Map<String, String> given = ConfiguredModels.givesTags(configured) ? configured.tags() : Map.of();
        boolean alone = provider.equals(starter.account());
        Resource made = Resource.create(
                        arn, input.name(), input, alone ? Tags.with(given, requested) : requested, clock.instant())
                .under(configured.arn().id())
                .in(Status.CREATE_PENDING)
                .with(SegmentJson.write(segment));
        Creation.add(handle, made);
        if (!alone) {
            Creation.add(handle, made.as(provider, starter.account() + "-" + input.name(), given));
        }
        submission.add(job, starter, kind, input.name(), new Generation(provider));
        return arn;
    }
}
