package dev.entrepot.cleanroomsml.dataset;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_MODEL;
import static dev.entrepot.cleanroomsml.resource.ResourceType.TRAINING_DATASET;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.CreateTrainingDatasetRequest;
import dev.entrepot.cleanroomsml.contract.CreateTrainingDatasetResponse;
import dev.entrepot.cleanroomsml.contract.DeleteTrainingDatasetRequest;
import dev.entrepot.cleanroomsml.contract.GetTrainingDatasetRequest;
import dev.entrepot.cleanroomsml.contract.GetTrainingDatasetResponse;
import dev.entrepot.cleanroomsml.contract.ListTrainingDatasetsRequest;
import dev.entrepot.cleanroomsml.contract.ListTrainingDatasetsResponse;
import dev.entrepot.cleanroomsml.contract.TrainingDatasetStatus;
import dev.entrepot.cleanroomsml.contract.TrainingDatasetSummary;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Creation;
import dev.entrepot.cleanroomsml.resource.Listing;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.cleanroomsml.resource.Refusals;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.resource.Tags;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The four operations on training datasets. */
public final class DatasetOperations {
    private final Database database;
    private final InstantSource clock;
    private final Quota quota;
    private final Access access;
    private final Listing listing;

    /** @param quota of all datasets of an account */
    public DatasetOperations(
            Database database, InstantSource clock, Quota quota, Access access, PageTokens pageTokens) {
        this.database = database;
        this.clock = clock;
        this.quota = quota;
        this.access = access;
        this.listing = new Listing(database, pageTokens, TRAINING_DATASET);
    }

    public List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.CREATE_TRAINING_DATASET, this::create),
                new BoundOperation<>(CleanRoomsML.GET_TRAINING_DATASET, this::get),
                new BoundOperation<>(CleanRoomsML.LIST_TRAINING_DATASETS, this::list),
                new BoundOperation<>(CleanRoomsML.DELETE_TRAINING_DATASET, this::delete));
    }

    private CreateTrainingDatasetResponse create(CreateTrainingDatasetRequest input, RequestContext context) {
        Owner owner = access.check(context, "CreateTrainingDataset", TRAINING_DATASET);
        Access.checkRole(owner, input.roleArn());
        DatasetRules.schema(input.trainingData().getFirst().inputConfig().schema_());
        Map<String, String> tags = Tags.of(input.tags());
        ResourceArn arn = ResourceArn.create(owner, TRAINING_DATASET);
        ResourceArn made = database.write(handle -> {
            Optional<ResourceArn> earlier = Creation.earlier(handle, arn, input.name(), input);
            if (earlier.isEmpty()) {
                quota.check(ResourceStore.count(handle, owner, TRAINING_DATASET));
                Creation.add(handle, Resource.create(arn, input.name(), input, tags, clock.instant()));
            }
            return earlier.orElse(arn);
        });
        return new CreateTrainingDatasetResponse(made.toString());
    }

    private GetTrainingDatasetResponse get(GetTrainingDatasetRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "GetTrainingDataset", input.trainingDatasetArn());
        Resource dataset = database.read(handle -> ResourceStore.require(handle, arn));
        CreateTrainingDatasetRequest request = Datasets.request(dataset);
        return GetTrainingDatasetResponse.builder()
                .createTime(dataset.createdAt())
                .updateTime(dataset.updatedAt())
                .trainingDatasetArn(arn.toString())
                .name(dataset.name())
                .trainingData(request.trainingData())
                .status(TrainingDatasetStatus.ACTIVE)
                .roleArn(request.roleArn())
                .tags(dataset.shownTags())
                .description(request.description())
                .build();
    }

    private ListTrainingDatasetsResponse list(ListTrainingDatasetsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListTrainingDatasets", TRAINING_DATASET);
        Listing.Page page = listing.page(owner, input.maxResults(), input.nextToken());
        return ListTrainingDatasetsResponse.builder()
                .trainingDatasets(page.resources().stream()
                        .map(DatasetOperations::summary)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static TrainingDatasetSummary summary(Resource dataset) {
        return TrainingDatasetSummary.builder()
                .createTime(dataset.createdAt())
                .updateTime(dataset.updatedAt())
                .trainingDatasetArn(dataset.arn().toString())
                .name(dataset.name())
                .status(TrainingDatasetStatus.ACTIVE)
                .description(Datasets.request(dataset).description())
                .build();
    }

    private Unit delete(DeleteTrainingDatasetRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "DeleteTrainingDataset", input.trainingDatasetArn());
        database.write(handle -> {
            ResourceStore.require(handle, arn);
            if (ResourceStore.isUsed(handle, arn.id())) {
                throw Refusals.inUse(TRAINING_DATASET, AUDIENCE_MODEL);
            }
            ResourceStore.delete(handle, arn.id());
            return arn;
        });
        return Unit.VALUE;
    }
}
