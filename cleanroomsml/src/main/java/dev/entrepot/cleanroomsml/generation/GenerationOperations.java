package dev.entrepot.cleanroomsml.generation;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_EXPORT_JOB;
import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;

import dev.entrepot.cleanroomsml.artefact.Removal;
import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.DeleteAudienceGenerationJobRequest;
import dev.entrepot.cleanroomsml.contract.GetAudienceGenerationJobRequest;
import dev.entrepot.cleanroomsml.contract.GetAudienceGenerationJobResponse;
import dev.entrepot.cleanroomsml.contract.ListAudienceGenerationJobsRequest;
import dev.entrepot.cleanroomsml.contract.ListAudienceGenerationJobsResponse;
import dev.entrepot.cleanroomsml.contract.StartAudienceGenerationJobRequest;
import dev.entrepot.cleanroomsml.contract.StartAudienceGenerationJobResponse;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Listing;
import dev.entrepot.cleanroomsml.resource.Refusals;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.Optional;

/** The four operations on audience generation jobs. */
final class GenerationOperations {
    private final Database database;
    private final Jobs jobs;
    private final GenerationStart start;
    private final Collaborations collaborations;
    private final Removal removal;
    private final Access access;
    private final Listing listing;

    GenerationOperations(
            Database database,
            Jobs jobs,
            GenerationStart start,
            Collaborations collaborations,
            Removal removal,
            Access access,
            PageTokens pageTokens) {
        this.database = database;
        this.jobs = jobs;
        this.start = start;
        this.collaborations = collaborations;
        this.removal = removal;
        this.access = access;
        this.listing = new Listing(database, pageTokens, AUDIENCE_GENERATION_JOB);
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.START_AUDIENCE_GENERATION_JOB, this::start),
                new BoundOperation<>(CleanRoomsML.GET_AUDIENCE_GENERATION_JOB, this::get),
                new BoundOperation<>(CleanRoomsML.LIST_AUDIENCE_GENERATION_JOBS, this::list),
                new BoundOperation<>(CleanRoomsML.DELETE_AUDIENCE_GENERATION_JOB, this::delete));
    }

    private StartAudienceGenerationJobResponse start(StartAudienceGenerationJobRequest input, RequestContext context) {
        Owner owner = access.check(context, "StartAudienceGenerationJob", AUDIENCE_GENERATION_JOB);
        ResourceArn configuredModel = ResourceArn.parse(input.configuredAudienceModelArn())
                .filter(arn -> arn.owner().region().equals(owner.region()))
                .orElseThrow(() -> Refusals.notFound(input.configuredAudienceModelArn()));
        Access.checkRole(owner, input.seedAudience().roleArn());
        GenerationRules.seed(input.seedAudience());
        input.collaborationId()
                .ifPresent(id -> collaborations.check(
                        id, List.of(owner.account(), configuredModel.owner().account())));
        ResourceArn arn = jobs.submit(submission -> start.start(submission, context.caller(), configuredModel, input));
        return new StartAudienceGenerationJobResponse(arn.toString());
    }

    private GetAudienceGenerationJobResponse get(GetAudienceGenerationJobRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "GetAudienceGenerationJob", input.audienceGenerationJobArn());
        return GenerationAnswers.full(database.read(handle -> ResourceStore.require(handle, arn)));
    }

    private ListAudienceGenerationJobsResponse list(ListAudienceGenerationJobsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListAudienceGenerationJobs", AUDIENCE_GENERATION_JOB);
        Optional<String> model = input.configuredAudienceModelArn();
        Optional<String> collaboration = input.collaborationId();
        Listing.Page page = listing.page(
                owner,
                model.map(arn -> ResourceArn.parse(arn).map(ResourceArn::id).orElse("")),
                model + " " + collaboration,
                job -> (model.isEmpty() || model.get().equals(Segment.of(job).configuredModel()))
                        && (collaboration.isEmpty()
                                || collaboration.equals(
                                        GenerationAnswers.request(job).collaborationId())),
                input.maxResults(),
                input.nextToken());
        return ListAudienceGenerationJobsResponse.builder()
                .audienceGenerationJobs(page.resources().stream()
                        .map(GenerationAnswers::summary)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    /** Either account may delete it, for both. One in the making is stopped first, for the API has no other way to stop it. */
    private Unit delete(DeleteAudienceGenerationJobRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "DeleteAudienceGenerationJob", input.audienceGenerationJobArn());
        jobs.submit(submission -> {
            Resource job = ResourceStore.require(submission.handle(), arn);
            if (job.status().isBeingCreated()) {
                submission.cancel(JobId.parse(arn.id()).orElseThrow());
            }
            if (ResourceStore.hasPendingChild(submission.handle(), arn.id())) {
                throw Refusals.inUse(AUDIENCE_GENERATION_JOB, AUDIENCE_EXPORT_JOB);
            }
            if (!job.status().isBeingDeleted()) {
                removal.begin(submission, arn.in(Segment.of(job).provider()));
            }
            return arn;
        });
        return Unit.VALUE;
    }
}
