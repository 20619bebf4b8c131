package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailure;
import dev.entrepot.jobs.JobState;
import dev.entrepot.sesv2.contract.ExportDestination;
import dev.entrepot.sesv2.contract.ExportJobSummary;
import dev.entrepot.sesv2.contract.ExportStatistics;
import dev.entrepot.sesv2.contract.FailureInfo;
import dev.entrepot.sesv2.contract.GetExportJobResponse;
import dev.entrepot.sesv2.contract.JobStatus;
import dev.entrepot.storage.objects.ObjectLocation;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Export jobs as answers have them (SES dossier, sections 1.5 and 4.1). */
final class ExportAnswers {
    private ExportAnswers() {}

    /**
     * @param exported how many records stand in the file
     * @param link to an object, good from now
     */
    static GetExportJobResponse full(Job<ExportRequest> job, long exported, Function<ObjectLocation, URI> link) {
        Optional<String> url = job.state() == JobState.SUCCEEDED
                ? Optional.of(link.apply(ExportObjects.location(job)).toString())
                : Optional.empty();
        return GetExportJobResponse.builder()
                .jobId(job.id().toString())
                .exportSourceType(job.request().sourceType())
                .jobStatus(status(job.state()))
                .exportDestination(new ExportDestination(job.request().format(), url))
                .exportDataSource(ExportSources.source(job.request()))
                .createdTimestamp(job.requestedAt())
                .completedTimestamp(job.endedAt())
                .failureInfo(job.failure()
                        .map(JobFailure::message)
                        .map(message -> new FailureInfo(Optional.empty(), Optional.of(message))))
                .statistics(new ExportStatistics(
                        Optional.of(Math.toIntExact(job.done().records())), Optional.of(Math.toIntExact(exported))))
                .build();
    }

    static ExportJobSummary summary(Job<ExportRequest> job) {
        return ExportJobSummary.builder()
                .jobId(job.id().toString())
                .exportSourceType(job.request().sourceType())
                .jobStatus(status(job.state()))
                .createdTimestamp(job.requestedAt())
                .completedTimestamp(job.endedAt())
                .build();
    }

    static JobStatus status(JobState state) {
        return switch (state) {
            case QUEUED -> JobStatus.CREATED;
            case PREPARING, RUNNING -> JobStatus.PROCESSING;
            case SUCCEEDED -> JobStatus.COMPLETED;
            case FAILED -> JobStatus.FAILED;
            case CANCELLED -> JobStatus.CANCELLED;
        };
    }
}
