package dev.entrepot.cleanroomsml.configured;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;
import static dev.entrepot.cleanroomsml.resource.ResourceType.CONFIGURED_AUDIENCE_MODEL;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.CreateConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.CreateConfiguredAudienceModelResponse;
import dev.entrepot.cleanroomsml.contract.DeleteConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.GetConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.GetConfiguredAudienceModelResponse;
import dev.entrepot.cleanroomsml.contract.ListConfiguredAudienceModelsRequest;
import dev.entrepot.cleanroomsml.contract.ListConfiguredAudienceModelsResponse;
import dev.entrepot.cleanroomsml.contract.UpdateConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.UpdateConfiguredAudienceModelResponse;
import dev.entrepot.cleanroomsml.model.Models;
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

/** The five operations on configured audience models. */
public final class ConfiguredModelOperations {
    private final Database database;
    private final InstantSource clock;
    private final Quota quota;
    private final Access access;
    private final Listing listing;

    /** @param quota of all configured models of an account */
    public ConfiguredModelOperations(
            Database database, InstantSource clock, Quota quota, Access access, PageTokens pageTokens) {
        this.database = database;
        this.clock = clock;
        this.quota = quota;
        this.access = access;
        this.listing = new Listing(database, pageTokens, CONFIGURED_AUDIENCE_MODEL);
    }

    public List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.CREATE_CONFIGURED_AUDIENCE_MODEL, this::create),
                new BoundOperation<>(CleanRoomsML.GET_CONFIGURED_AUDIENCE_MODEL, this::get),
                new BoundOperation<>(CleanRoomsML.LIST_CONFIGURED_AUDIENCE_MODELS, this::list),
                new BoundOperation<>(CleanRoomsML.UPDATE_CONFIGURED_AUDIENCE_MODEL, this::update),
                new BoundOperation<>(CleanRoomsML.DELETE_CONFIGURED_AUDIENCE_MODEL, this::delete));
    }

    private CreateConfiguredAudienceModelResponse create(
            CreateConfiguredAudienceModelRequest input, RequestContext context) {
        Owner owner = access.check(context, "CreateConfiguredAudienceModel", CONFIGURED_AUDIENCE_MODEL);
        ResourceArn model = access.check(context, "CreateConfiguredAudienceModel", input.audienceModelArn());
        Access.checkRole(owner, input.outputConfig().roleArn());
        input.audienceSizeConfig().ifPresent(ConfiguredModelRules::sizes);
        Map<String, String> tags = Tags.of(input.tags());
        ResourceArn arn = ResourceArn.create(owner, CONFIGURED_AUDIENCE_MODEL);
        ResourceArn made = database.write(handle -> {
            Optional<ResourceArn> earlier = Creation.earlier(handle, arn, input.name(), input);
            if (earlier.isEmpty()) {
                Models.requireActive(handle, model);
                quota.check(ResourceStore.count(handle, owner, CONFIGURED_AUDIENCE_MODEL));
                Resource configured = Resource.create(arn, input.name(), input, tags, clock.instant());
                String document = Configuration.of(input).document(arn.toString());
                Creation.add(handle, configured.under(model.id()).with(document));
            }
            return earlier.orElse(arn);
        });
        return new CreateConfiguredAudienceModelResponse(made.toString());
    }

    private GetConfiguredAudienceModelResponse get(GetConfiguredAudienceModelRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "GetConfiguredAudienceModel", input.configuredAudienceModelArn());
        return ConfiguredModelAnswers.full(database.read(handle -> ResourceStore.require(handle, arn)));
    }

    private ListConfiguredAudienceModelsResponse list(
            ListConfiguredAudienceModelsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListConfiguredAudienceModels", CONFIGURED_AUDIENCE_MODEL);
        Listing.Page page = listing.page(owner, input.maxResults(), input.nextToken());
        return ListConfiguredAudienceModelsResponse.builder()
                .configuredAudienceModels(page.resources().stream()
                        .map(ConfiguredModelAnswers::summary)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private UpdateConfiguredAudienceModelResponse update(
            UpdateConfiguredAudienceModelRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "UpdateConfiguredAudienceModel", input.configuredAudienceModelArn());
        Optional<ResourceArn> newModel =
                input.audienceModelArn().map(model -> access.check(context, "UpdateConfiguredAudienceModel", model));
        input.outputConfig().ifPresent(output -> Access.checkRole(arn.owner(), output.roleArn()));
        input.audienceSizeConfig().ifPresent(ConfiguredModelRules::sizes);
        database.write(handle -> {
            Resource configured = ResourceStore.require(handle, arn);
            newModel.ifPresent(model -> Models.requireActive(handle, model));
            ResourceStore.setDocument(
                    handle,
                    arn.id(),
                    newModel.map(ResourceArn::id).orElse(configured.parent()),
                    Configuration.of(configured).with(input).document(arn.toString()),
                    clock.instant());
            return arn;
        });
        return new UpdateConfiguredAudienceModelResponse(arn.toString());
    }

    private Unit delete(DeleteConfiguredAudienceModelRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "DeleteConfiguredAudienceModel", input.configuredAudienceModelArn());
        database.write(handle -> {
            ResourceStore.require(handle, arn);
            if (ResourceStore.isUsed(handle, arn.id())) {
                throw Refusals.inUse(CONFIGURED_AUDIENCE_MODEL, AUDIENCE_GENERATION_JOB);
            }
            PolicyStore.delete(handle, arn);
            ResourceStore.delete(handle, arn.id());
            return arn;
        });
        return Unit.VALUE;
    }
}
