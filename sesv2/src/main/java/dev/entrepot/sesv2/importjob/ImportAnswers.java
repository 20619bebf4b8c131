package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailure;
import dev.entrepot.jobs.JobState;
import dev.entrepot.sesv2.contract.FailureInfo;
import dev.entrepot.sesv2.contract.GetImportJobResponse;
import dev.entrepot.sesv2.contract.ImportJobSummary;
import dev.entrepot.sesv2.contract.JobStatus;
import dev.entrepot.storage.objects.ObjectLocation;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Import jobs as answers have them (SES dossier, sections 1.2, 1.3 and 1.5). */
final class ImportAnswers {
    private ImportAnswers() {}

    /** @param link to an object, good from now */
    static GetImportJobResponse full(Job<ImportRequest> job, Function<ObjectLocation, URI> link) {
        return GetImportJobResponse.builder()
                .jobId(job.id().toString())
                .importDestination(Destinations.destination(job.request()))
                .importDataSource(Destinations.source(job.request()))
                .failureInfo(failure(job, link))
                .jobStatus(status(job.state()))
                .createdTimestamp(job.requestedAt())
                .completedTimestamp(job.endedAt())
                .processedRecordsCount(Math.toIntExact(job.done().records()))
                .failedRecordsCount(Math.toIntExact(job.done().failed()))
                .build();
    }

    static ImportJobSummary summary(Job<ImportRequest> job) {
        return ImportJobSummary.builder()
                .jobId(job.id().toString())
                .importDestination(Destinations.destination(job.request()))
                .jobStatus(status(job.state()))
                .createdTimestamp(job.requestedAt())
                .processedRecordsCount(Math.toIntExact(job.done().records()))
                .failedRecordsCount(Math.toIntExact(job.done().failed()))
                .build();
    }

    /** Empty while a job runs: what failed is written down at its end. */
    private static Optional<FailureInfo> failure(Job<ImportRequest> job, Function<ObjectLocation, URI> link) {
        boolean reported = job.done().failed() > 0
                && (job.state() == JobState.SUCCEEDED
                        || job.failure()
                                .map(JobFailure::code)
                                .filter(ImportJob.FAILURE::equals)
                                .isPresent());
        Optional<String> message = job.failure().map(JobFailure::message);
        if (!reported && message.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> url = reported
                ? Optional.of(link.apply(ReportObjects.explained(
                                job.owner(), job.id(), job.request().format()))
                        .toString())
                : Optional.empty();
        return Optional.of(new FailureInfo(url, message));
    }

    private static JobStatus status(JobState state) {
        return switch (state) {
            case QUEUED -> JobStatus.CREATED;
            case PREPARING, RUNNING -> JobStatus.PROCESSING;
            case SUCCEEDED -> JobStatus.COMPLETED;
            case FAILED -> JobStatus.FAILED;
            case CANCELLED -> JobStatus.CANCELLED;
        };
    }
}
