package dev.entrepot.cleanroomsml.configured;

import dev.entrepot.cleanroomsml.contract.AudienceSizeConfig;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.ConfiguredAudienceModelOutputConfig;
import dev.entrepot.cleanroomsml.contract.CreateConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.SharedAudienceMetrics;
import dev.entrepot.cleanroomsml.contract.UpdateConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.resource.ContractJson;
import dev.entrepot.cleanroomsml.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a model is configured now, all that an update can change; the names are the API's.
 *
 * @param minMatchingSeedSize how many users of a seed the model must know
 */
public record Configuration(
        String audienceModelArn,
        ConfiguredAudienceModelOutputConfig outputConfig,
        SharedAudienceMetrics sharedAudienceMetrics,
        int minMatchingSeedSize,
        AudienceSizeConfig audienceSizeConfig,
        Optional<String> description) {
    private static final int USUAL_SEED_SIZE = 500;
    /** Where AWS is silent: each percentage up to that which recall is measured at. */
    private static final AudienceSizeConfig USUAL_SIZES = new AudienceSizeConfig(
            AudienceSizeType.PERCENTAGE, IntStream.rangeClosed(1, 20).boxed().toList());

    static Configuration of(CreateConfiguredAudienceModelRequest request) {
        return new Configuration(
                request.audienceModelArn(),
                request.outputConfig(),
                request.sharedAudienceMetrics().getFirst(),
                request.minMatchingSeedSize().orElse(USUAL_SEED_SIZE),
                request.audienceSizeConfig().orElse(USUAL_SIZES),
                request.description());
    }

    Configuration with(UpdateConfiguredAudienceModelRequest change) {
        return new Configuration(
                change.audienceModelArn().orElse(audienceModelArn),
                change.outputConfig().orElse(outputConfig),
                change.sharedAudienceMetrics().map(List::getFirst).orElse(sharedAudienceMetrics),
                change.minMatchingSeedSize().orElse(minMatchingSeedSize),
                change.audienceSizeConfig().orElse(audienceSizeConfig),
                change.description().or(() -> description));
    }

    /** In the shape of an update that names everything. */
    String document(String configuredAudienceModelArn) {
        return ContractJson.write(UpdateConfiguredAudienceModelRequest.builder()
                .configuredAudienceModelArn(configuredAudienceModelArn)
                .audienceModelArn(audienceModelArn)
                .outputConfig(outputConfig)
                .sharedAudienceMetrics(List.of(sharedAudienceMetrics))
                .minMatchingSeedSize(minMatchingSeedSize)
                .audienceSizeConfig(audienceSizeConfig)
                .description(description)
                .build());
    }

    public static Configuration of(Resource configuredModel) {
        var all = ContractJson.read(
                configuredModel.document(),
                UpdateConfiguredAudienceModelRequest.SCHEMA,
                UpdateConfiguredAudienceModelRequest.class);
        return new Configuration(
                all.audienceModelArn().orElseThrow(),
                all.outputConfig().orElseThrow(),
                all.sharedAudienceMetrics().orElseThrow().getFirst(),
                all.minMatchingSeedSize().orElseThrow(),
                all.audienceSizeConfig().orElseThrow(),
                all.description());
    }
}
