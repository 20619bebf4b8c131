package dev.entrepot.cleanroomsml.generation;

import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobStatus;
import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobSummary;
import dev.entrepot.cleanroomsml.contract.AudienceQualityMetrics;
import dev.entrepot.cleanroomsml.contract.GetAudienceGenerationJobResponse;
import dev.entrepot.cleanroomsml.contract.StartAudienceGenerationJobRequest;
import dev.entrepot.cleanroomsml.resource.ContractJson;
import dev.entrepot.cleanroomsml.resource.Resource;
import java.util.Optional;

/** Generation jobs as answers to one of their accounts have them: neither sees what is the other's (dossier, section 1.9). */
final class GenerationAnswers {
    private GenerationAnswers() {}

    static StartAudienceGenerationJobRequest request(Resource job) {
        return job.request(StartAudienceGenerationJobRequest.SCHEMA, StartAudienceGenerationJobRequest.class);
    }

    static GetAudienceGenerationJobResponse full(Resource job) {
        StartAudienceGenerationJobRequest request = request(job);
        Segment segment = Segment.of(job);
        String account = job.arn().owner().account();
        boolean started = account.equals(segment.starter());
        return GetAudienceGenerationJobResponse.builder()
                .createTime(job.createdAt())
                .updateTime(job.updatedAt())
                .audienceGenerationJobArn(job.arn().toString())
                .name(job.name())
                .description(request.description())
                .status(status(job))
                .statusDetails(job.statusDetails())
                .configuredAudienceModelArn(segment.configuredModel())
                .seedAudience(Optional.of(request.seedAudience()).filter(seed -> started))
                .includeSeedInOutput(segment.seedsIncluded())
                .collaborationId(request.collaborationId())
                .metrics(metrics(job).filter(all -> account.equals(segment.provider()) || segment.sharesMetrics()))
                .startedBy(segment.starter())
                .tags(job.shownTags())
                .build();
    }

    private static Optional<AudienceQualityMetrics> metrics(Resource job) {
        return Optional.of(job.result())
                .filter(result -> !result.isEmpty() && !job.status().isBeingCreated())
                .map(result -> ContractJson.read(result, AudienceQualityMetrics.SCHEMA, AudienceQualityMetrics.class));
    }

    static AudienceGenerationJobSummary summary(Resource job) {
        StartAudienceGenerationJobRequest request = request(job);
        Segment segment = Segment.of(job);
        return AudienceGenerationJobSummary.builder()
                .createTime(job.createdAt())
                .updateTime(job.updatedAt())
                .audienceGenerationJobArn(job.arn().toString())
                .name(job.name())
                .description(request.description())
                .status(status(job))
                .configuredAudienceModelArn(segment.configuredModel())
                .collaborationId(request.collaborationId())
                .startedBy(segment.starter())
                .build();
    }

    private static AudienceGenerationJobStatus status(Resource job) {
        return AudienceGenerationJobStatus.of(job.status().name());
    }
}
