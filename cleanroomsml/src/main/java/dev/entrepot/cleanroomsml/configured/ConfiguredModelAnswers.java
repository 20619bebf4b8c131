package dev.entrepot.cleanroomsml.configured;

import dev.entrepot.cleanroomsml.contract.ConfiguredAudienceModelStatus;
import dev.entrepot.cleanroomsml.contract.ConfiguredAudienceModelSummary;
import dev.entrepot.cleanroomsml.contract.GetConfiguredAudienceModelResponse;
import dev.entrepot.cleanroomsml.resource.Resource;
import java.util.List;

/** Configured models as answers have them. */
final class ConfiguredModelAnswers {
    private ConfiguredModelAnswers() {}

    static GetConfiguredAudienceModelResponse full(Resource configured) {
        Configuration now = Configuration.of(configured);
        return GetConfiguredAudienceModelResponse.builder()
                .createTime(configured.createdAt())
                .updateTime(configured.updatedAt())
                .configuredAudienceModelArn(configured.arn().toString())
                .name(configured.name())
                .audienceModelArn(now.audienceModelArn())
                .outputConfig(now.outputConfig())
                .description(now.description())
                .status(ConfiguredAudienceModelStatus.ACTIVE)
                .sharedAudienceMetrics(List.of(now.sharedAudienceMetrics()))
                .minMatchingSeedSize(now.minMatchingSeedSize())
                .audienceSizeConfig(now.audienceSizeConfig())
                .tags(configured.shownTags())
                .childResourceTagOnCreatePolicy(ConfiguredModels.childTags(configured))
                .build();
    }

    static ConfiguredAudienceModelSummary summary(Resource configured) {
        Configuration now = Configuration.of(configured);
        return ConfiguredAudienceModelSummary.builder()
                .createTime(configured.createdAt())
                .updateTime(configured.updatedAt())
                .name(configured.name())
                .audienceModelArn(now.audienceModelArn())
                .outputConfig(now.outputConfig())
                .description(now.description())
                .configuredAudienceModelArn(configured.arn().toString())
                .status(ConfiguredAudienceModelStatus.ACTIVE)
                .build();
    }
}
