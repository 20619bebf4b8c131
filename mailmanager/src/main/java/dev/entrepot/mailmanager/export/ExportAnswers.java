package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailure;
import dev.entrepot.jobs.JobState;
import dev.entrepot.mailmanager.contract.ExportDestinationConfiguration;
import dev.entrepot.mailmanager.contract.ExportState;
import dev.entrepot.mailmanager.contract.ExportStatus;
import dev.entrepot.mailmanager.contract.ExportSummary;
import dev.entrepot.mailmanager.contract.GetArchiveExportResponse;
import dev.entrepot.mailmanager.contract.S3ExportDestinationConfiguration;
import java.util.Optional;

/** Exports as answers have them (dossier, section 1.3). */
final class ExportAnswers {
    private ExportAnswers() {}

    static GetArchiveExportResponse full(Job<ExportRequest> job) {
        ExportRequest request = job.request();
        return GetArchiveExportResponse.builder()
                .archiveId(job.subject())
                .filters(request.criteria().askedFilters())
                .fromTimestamp(request.criteria().fromTimestamp())
                .toTimestamp(request.criteria().toTimestamp())
                .maxResults(request.maxResults())
                .exportDestinationConfiguration(new ExportDestinationConfiguration.S3(
                        new S3ExportDestinationConfiguration(Optional.of(request.location()))))
                .status(status(job))
                .build();
    }

    static ExportSummary summary(Job<ExportRequest> job) {
        return ExportSummary.builder()
                .exportId(job.id().toString())
                .status(status(job))
                .build();
    }

    private static ExportStatus status(Job<ExportRequest> job) {
        return ExportStatus.builder()
                .submissionTimestamp(job.requestedAt())
                .completionTimestamp(job.endedAt())
                .state(state(job.state()))
                .errorMessage(job.failure().map(JobFailure::message))
                .build();
    }

    static ExportState state(JobState state) {
        return switch (state) {
            case QUEUED -> ExportState.QUEUED;
            case PREPARING -> ExportState.PREPROCESSING;
            case RUNNING -> ExportState.PROCESSING;
            case SUCCEEDED -> ExportState.COMPLETED;
            case FAILED -> ExportState.FAILED;
            case CANCELLED -> ExportState.CANCELLED;
        };
    }
}
