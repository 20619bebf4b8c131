package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailure;
import dev.entrepot.jobs.JobState;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.export.contract.ExportStatus;
import dev.entrepot.simpledb.export.contract.GetExportRequest;
import dev.entrepot.simpledb.export.contract.GetExportResponse;
import dev.entrepot.simpledb.export.contract.ListExportsRequest;
import dev.entrepot.simpledb.export.contract.ListExportsResponse;
import dev.entrepot.simpledb.export.contract.NoSuchExportException;
import dev.entrepot.simpledb.export.contract.S3SseAlgorithm;
import dev.entrepot.simpledb.export.contract.SimpleDBv2Handler;
import dev.entrepot.simpledb.export.contract.StartDomainExportRequest;
import dev.entrepot.simpledb.export.contract.StartDomainExportResponse;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;

/** The three operations of SimpleDBv2: authorise, then start, look up or list. */
public final class ExportService implements SimpleDBv2Handler {
    private final Authorizer authorizer;
    private final Jobs jobs;
    private final ExportJob kind;
    private final InstantSource clock;
    private final ExportStart start;
    private final ExportList list;

    ExportService(
            Authorizer authorizer, Jobs jobs, ExportJob kind, InstantSource clock, ExportStart start, ExportList list) {
        this.authorizer = authorizer;
        this.jobs = jobs;
        this.kind = kind;
        this.clock = clock;
        this.start = start;
        this.list = list;
    }

    @Override
    public StartDomainExportResponse startDomainExport(StartDomainExportRequest input, RequestContext context) {
        Owner owner = owner(context);
        authorizer.check(context.caller(), "sdb:StartDomainExport", ExportArn.ofDomain(owner, input.domainName()));
        Job<ExportRequest> job = start.start(owner, input);
        return StartDomainExportResponse.builder()
                .clientToken(job.request().clientToken())
                .exportArn(ExportJob.arn(job).toString())
                .requestedAt(job.requestedAt())
                .build();
    }

    @Override
    public GetExportResponse getExport(GetExportRequest input, RequestContext context) {
        ExportArn arn =
                ExportArn.parse(input.exportArn()).orElseThrow(() -> ParameterRules.invalidArn(input.exportArn()));
        // Another account's export is as unknown as one that never was, so it is looked for before rights are asked
        // about.
        Job<ExportRequest> job = jobs.find(owner(context), kind, arn.exportId())
                .filter(found -> ExportJob.arn(found).equals(arn))
                .filter(found -> found.requestedAt().isAfter(ExportList.oldestKept(clock.instant())))
                .orElseThrow(() -> new NoSuchExportException("The specified export does not exist."));
        authorizer.check(context.caller(), "sdb:GetExport", arn.toString());
        return describe(job);
    }

    @Override
    public ListExportsResponse listExports(ListExportsRequest input, RequestContext context) {
        Owner owner = owner(context);
        String resource = input.domainName()
                .map(domain -> ExportArn.ofDomain(owner, domain))
                .orElse("*");
        authorizer.check(context.caller(), "sdb:ListExports", resource);
        return list.list(owner, input);
    }

    private static GetExportResponse describe(Job<ExportRequest> job) {
        ExportRequest request = job.request();
        GetExportResponse.Builder response = GetExportResponse.builder()
                .exportArn(ExportJob.arn(job).toString())
                .clientToken(request.clientToken())
                .exportStatus(status(job.state()))
                .domainName(job.subject())
                .requestedAt(job.requestedAt())
                .s3Bucket(request.bucket())
                .s3KeyPrefix(request.keyPrefix())
                .s3SseAlgorithm(request.sseAlgorithm().map(S3SseAlgorithm::of))
                .s3SseKmsKeyId(request.sseKmsKeyId())
                .s3BucketOwner(request.bucketOwner())
                .exportDataCutoffTime(job.cutoff())
                .failureCode(job.failure().map(JobFailure::code))
                .failureMessage(job.failure().map(JobFailure::message));
        if (job.state() == JobState.SUCCEEDED) {
            response.itemsCount(job.done().records());
            response.exportManifest(ExportJob.layout(job).manifestSummary());
        }
        return response.build();
    }

    static ExportStatus status(JobState state) {
        return switch (state) {
            case QUEUED -> ExportStatus.PENDING;
            case PREPARING, RUNNING -> ExportStatus.IN_PROGRESS;
            case SUCCEEDED -> ExportStatus.SUCCEEDED;
            case FAILED, CANCELLED -> ExportStatus.FAILED; // the API has no cancel
        };
    }

    private static Owner owner(RequestContext context) {
        return new Owner(context.caller().account(), context.caller().region());
    }
}
