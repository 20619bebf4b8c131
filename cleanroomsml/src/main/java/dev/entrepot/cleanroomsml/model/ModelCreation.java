package dev.entrepot.cleanroomsml.model;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_MODEL;

import dev.entrepot.cleanroomsml.contract.CreateAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.ValidationException;
import dev.entrepot.cleanroomsml.model.TrainingJob.Training;
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
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Accepts models. A model's id is that of the job that trains it.
 *
 * @param all how many models an account may have
 * @param pending how many of them may be in the making
 */
record ModelCreation(TrainingJob kind, Quota all, Quota pending, InstantSource clock) {
    static void check(CreateAudienceModelRequest input) {
        if (input.trainingDataStartTime().isPresent()
                && input.trainingDataEndTime().isPresent()
                && !input.trainingDataStartTime()
                        .get()
                        .isBefore(input.trainingDataEndTime().get())) {
            throw new ValidationException("trainingDataStartTime must be before trainingDataEndTime");
        }
    }

    ResourceArn create(Submission submission, Owner owner, ResourceArn dataset, CreateAudienceModelRequest input) {
        Handle handle = submission.handle();
        JobId job = JobId.random();
        var arn = new ResourceArn(owner, AUDIENCE_MODEL, job.toString());
        Optional<ResourceArn> earlier = Creation.earlier(handle, arn, input.name(), input);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ResourceStore.require(handle, dataset);
        all.check(ResourceStore.count(handle, owner, AUDIENCE_MODEL));
        pending.check(ResourceStore.countPending(handle, owner, AUDIENCE_MODEL));
        Resource model = Resource.create(arn, input.name(), input, Tags.of(input.tags()), clock.instant());
        Creation.add(handle, model.under(dataset.id()).in(Status.CREATE_PENDING));
        submission.add(job, owner, kind, input.name(), new Training(dataset.id()));
        return arn;
    }
}
