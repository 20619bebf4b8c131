package dev.entrepot.console.jobs;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.ListAudienceExportJobsRequest;
import dev.entrepot.console.web.ObjectLink;
import dev.entrepot.console.web.Visit;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobState;
import dev.entrepot.sesv2.contract.GetExportJobRequest;
import dev.entrepot.sesv2.contract.GetImportJobRequest;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.simpledb.export.contract.GetExportRequest;
import dev.entrepot.simpledb.export.contract.SimpleDBv2;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.wire.service.LocalCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files of a job, as its service's own operations tell of them. */
final class JobFiles {
    static final String REJECTED = "Rejected records";
    static final String REPORT = "Report";

    private final LocalCalls calls;

    JobFiles(LocalCalls calls) {
        this.calls = calls;
    }

    List<JobFile> of(Visit visit, Job<?> job, Asked asked) {
        var files = new ArrayList<JobFile>();
        switch (job.kind()) {
            case "simpledb-export" -> export(visit, job).ifPresent(files::add);
            case "simpledb-import" -> {
                files.add(source(asked));
                if (job.done().failed() > 0) {
                    String key = "entrepot-imports/" + job.id() + "/rejected.ndjson";
                    files.add(JobFile.object(REJECTED, asked.text("bucket"), key));
                }
            }
            case "sesv2-import" -> {
                files.add(source(asked));
                failedRecords(visit, job).ifPresent(files::add);
            }
            case "sesv2-import-dry-run" -> {
                files.add(source(asked));
                if (job.state() == JobState.SUCCEEDED) {
                    files.add(report(job));
                }
            }
            case "sesv2-export" -> exported(visit, job).ifPresent(files::add);
            case "mailmanager-export" -> files.add(JobFile.folder("Export", asked.text("location")));
            case "cleanroomsml-export" -> {
                if (job.state() == JobState.SUCCEEDED) {
                    audience(visit, job, asked).ifPresent(files::add);
                }
            }
            default -> {}
        }
        return files;
    }

    private static JobFile linked(String role, String link) {
        ObjectLocation location = ObjectLink.location(link);
        return JobFile.object(role, location.bucket(), location.key());
    }

    /** As {@code StartImportDryRun} names it in its answer. */
    private static JobFile report(Job<?> job) {
        String bucket =
                "entrepot-ses-" + job.owner().account() + "-" + job.owner().region();
        return JobFile.object(REPORT, bucket, "import-dry-runs/" + job.id() + ".json");
    }

    /** An export of an audience has no name that its job would know: what tells them apart is the job's id in the location. */
    private Optional<JobFile> audience(Visit visit, Job<?> job, Asked asked) {
        Optional<String> token = Optional.empty();
        do {
            var page = calls.call(
                    CleanRoomsML.LIST_AUDIENCE_EXPORT_JOBS,
                    ListAudienceExportJobsRequest.builder()
                            .audienceGenerationJobArn(generation(job.owner(), asked.text("generationJob")))
                            .nextToken(token)
                            .build(),
                    visit.context());
            Optional<String> location = page.audienceExportJobs().stream()
                    .flatMap(export -> export.outputLocation().stream())
                    .filter(each -> each.endsWith("/" + job.id() + "/"))
                    .findFirst();
            if (location.isPresent()) {
                return location.map(uri -> JobFile.folder("Audience", uri));
            }
            token = page.nextToken();
        } while (token.isPresent());
        return Optional.empty();
    }

    /** The ARN of a generation job. */
    static String generation(Owner owner, String id) {
        return "arn:%s:cleanrooms-ml:%s:%s:audience-generation-job/%s"
                .formatted(owner.partition(), owner.region(), owner.account(), id);
    }

    private static JobFile source(Asked asked) {
        return JobFile.object("Source", asked.text("bucket"), asked.text("key"));
    }

    /** The directory of the manifests, once they are written. */
    private Optional<JobFile> export(Visit visit, Job<?> job) {
        String arn = "arn:%s:sdb:%s:%s:domain/%s/export/%s"
                .formatted(
                        job.owner().partition(),
                        job.owner().region(),
                        job.owner().account(),
                        job.subject(),
                        job.id());
        var export = calls.call(
                SimpleDBv2.GET_EXPORT, GetExportRequest.builder().exportArn(arn).build(), visit.context());
        return export.exportManifest()
                .map(key -> JobFile.folder(
                        "Export", "s3://" + export.s3Bucket() + "/" + key.substring(0, key.lastIndexOf('/') + 1)));
    }

    private Optional<JobFile> failedRecords(Visit visit, Job<?> job) {
        var request = GetImportJobRequest.builder().jobId(job.id().toString()).build();
        return calls.call(SESv2.GET_IMPORT_JOB, request, visit.context())
                .failureInfo()
                .flatMap(info -> info.failedRecordsS3Url())
                .map(link -> linked(REJECTED, link));
    }

    private Optional<JobFile> exported(Visit visit, Job<?> job) {
        var request = GetExportJobRequest.builder().jobId(job.id().toString()).build();
        return calls.call(SESv2.GET_EXPORT_JOB, request, visit.context())
                .exportDestination()
                .flatMap(destination -> destination.s3Url())
                .map(link -> linked("Export", link));
    }
}
