package dev.entrepot.cleanroomsml.export;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;

import dev.entrepot.cleanroomsml.contract.AudienceExportJobStatus;
import dev.entrepot.cleanroomsml.contract.AudienceExportJobSummary;
import dev.entrepot.cleanroomsml.contract.StartAudienceExportJobRequest;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.Status;
import java.util.Optional;

/** Exports as listings for one account have them. */
final class ExportAnswers {
    private ExportAnswers() {}

    static StartAudienceExportJobRequest request(Resource export) {
        return export.request(StartAudienceExportJobRequest.SCHEMA, StartAudienceExportJobRequest.class);
    }

    static AudienceExportJobSummary summary(Resource export) {
        StartAudienceExportJobRequest request = request(export);
        var generation = new ResourceArn(export.arn().owner(), AUDIENCE_GENERATION_JOB, export.parent());
        return AudienceExportJobSummary.builder()
                .createTime(export.createdAt())
                .updateTime(export.updatedAt())
                .name(export.name())
                .audienceGenerationJobArn(generation.toString())
                .audienceSize(request.audienceSize())
                .description(request.description())
                .status(AudienceExportJobStatus.of(export.status().name()))
                .statusDetails(export.statusDetails())
                .outputLocation(outputLocation(export))
                .build();
    }

    /** Only its owner's account, kept in the document, learns where an audience is (dossier, section 1.9). */
    private static Optional<String> outputLocation(Resource export) {
        return Optional.of(export.result())
                .filter(location -> export.status() == Status.ACTIVE
                        && export.document().equals(export.arn().owner().account()));
    }
}
