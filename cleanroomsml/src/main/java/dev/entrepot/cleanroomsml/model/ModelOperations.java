package dev.entrepot.cleanroomsml.model;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_MODEL;
import static dev.entrepot.cleanroomsml.resource.ResourceType.CONFIGURED_AUDIENCE_MODEL;

import dev.entrepot.cleanroomsml.artefact.Removal;
import dev.entrepot.cleanroomsml.contract.AudienceModelStatus;
import dev.entrepot.cleanroomsml.contract.AudienceModelSummary;
import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.CreateAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.CreateAudienceModelResponse;
import dev.entrepot.cleanroomsml.contract.DeleteAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.GetAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.GetAudienceModelResponse;
import dev.entrepot.cleanroomsml.contract.ListAudienceModelsRequest;
import dev.entrepot.cleanroomsml.contract.ListAudienceModelsResponse;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Listing;
import dev.entrepot.cleanroomsml.resource.Refusals;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;

/** The four operations on audience models. */
final class ModelOperations {
    private final Database database;
    private final Jobs jobs;
    private final ModelCreation creation;
    private final Removal removal;
    private final Access access;
    private final Listing listing;

    ModelOperations(
            Database database,
            Jobs jobs,
            ModelCreation creation,
            Removal removal,
            Access access,
            PageTokens pageTokens) {
        this.database = database;
        this.jobs = jobs;
        this.creation = creation;
        this.removal = removal;
        this.access = access;
        this.listing = new Listing(database, pageTokens, AUDIENCE_MODEL);
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.CREATE_AUDIENCE_MODEL, this::create),
                new BoundOperation<>(CleanRoomsML.GET_AUDIENCE_MODEL, this::get),
                new BoundOperation<>(CleanRoomsML.LIST_AUDIENCE_MODELS, this::list),
                new BoundOperation<>(CleanRoomsML.DELETE_AUDIENCE_MODEL, this::delete));
    }

    private CreateAudienceModelResponse create(CreateAudienceModelRequest input, RequestContext context) {
        Owner owner = access.check(context, "CreateAudienceModel", AUDIENCE_MODEL);
        ResourceArn dataset = access.check(context, "CreateAudienceModel", input.trainingDatasetArn());
        ModelCreation.check(input);
        ResourceArn arn = jobs.submit(submission -> creation.create(submission, owner, dataset, input));
        return new CreateAudienceModelResponse(arn.toString());
    }

    private GetAudienceModelResponse get(GetAudienceModelRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "GetAudienceModel", input.audienceModelArn());
        Resource model = database.read(handle -> ResourceStore.require(handle, arn));
        CreateAudienceModelRequest request = Models.request(model);
        return GetAudienceModelResponse.builder()
                .createTime(model.createdAt())
                .updateTime(model.updatedAt())
                .trainingDataStartTime(request.trainingDataStartTime())
                .trainingDataEndTime(request.trainingDataEndTime())
                .audienceModelArn(arn.toString())
                .name(model.name())
                .trainingDatasetArn(request.trainingDatasetArn())
                .status(status(model))
                .statusDetails(model.statusDetails())
                .kmsKeyArn(request.kmsKeyArn())
                .tags(model.shownTags())
                .description(request.description())
                .build();
    }

    private ListAudienceModelsResponse list(ListAudienceModelsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListAudienceModels", AUDIENCE_MODEL);
        Listing.Page page = listing.page(owner, input.maxResults(), input.nextToken());
        return ListAudienceModelsResponse.builder()
                .audienceModels(
                        page.resources().stream().map(ModelOperations::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static AudienceModelSummary summary(Resource model) {
        CreateAudienceModelRequest request = Models.request(model);
        return AudienceModelSummary.builder()
                .createTime(model.createdAt())
                .updateTime(model.updatedAt())
                .audienceModelArn(model.arn().toString())
                .name(model.name())
                .trainingDatasetArn(request.trainingDatasetArn())
                .status(status(model))
                .description(request.description())
                .build();
    }

    private static AudienceModelStatus status(Resource model) {
        return AudienceModelStatus.of(model.status().name());
    }

    private Unit delete(DeleteAudienceModelRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "DeleteAudienceModel", input.audienceModelArn());
        jobs.submit(submission -> {
            Resource model = ResourceStore.require(submission.handle(), arn);
            if (model.status().isBeingCreated()) {
                throw Refusals.beingCreated(AUDIENCE_MODEL);
            }
            if (ResourceStore.isUsed(submission.handle(), arn.id())) {
                throw Refusals.inUse(AUDIENCE_MODEL, CONFIGURED_AUDIENCE_MODEL);
            }
            if (!model.status().isBeingDeleted()) {
                removal.begin(submission, arn);
            }
            return arn;
        });
        return Unit.VALUE;
    }
}
