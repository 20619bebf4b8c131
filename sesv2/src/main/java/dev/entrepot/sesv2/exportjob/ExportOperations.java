package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobPosition;
import dev.entrepot.jobs.JobState;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.CancelExportJobRequest;
import dev.entrepot.sesv2.contract.CancelExportJobResponse;
import dev.entrepot.sesv2.contract.CreateExportJobRequest;
import dev.entrepot.sesv2.contract.CreateExportJobResponse;
import dev.entrepot.sesv2.contract.GetExportJobRequest;
import dev.entrepot.sesv2.contract.GetExportJobResponse;
import dev.entrepot.sesv2.contract.JobStatus;
import dev.entrepot.sesv2.contract.LimitExceededException;
import dev.entrepot.sesv2.contract.ListExportJobsRequest;
import dev.entrepot.sesv2.contract.ListExportJobsResponse;
import dev.entrepot.sesv2.contract.NotFoundException;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.sesv2.request.Page;
import dev.entrepot.sesv2.request.Paging;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The four operations on export jobs (SES dossier, section 4). */
final class ExportOperations {
    private static final int PAGE = 100;

    private final Database database;
    private final Jobs jobs;
    private final ExportJob kind;
    private final InstantSource clock;
    private final ExportLimits limits;
    private final Access access;
    private final Paging paging;
    private final ObjectLinks links;

    ExportOperations(
            Database database,
            Jobs jobs,
            ExportJob kind,
            InstantSource clock,
            ExportLimits limits,
            Access access,
            PageTokens pageTokens,
            ObjectLinks links) {
        this.database = database;
        this.jobs = jobs;
        this.kind = kind;
        this.clock = clock;
        this.limits = limits;
        this.access = access;
        this.paging = new Paging(pageTokens, "ListExportJobs", PAGE);
        this.links = links;
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(SESv2.CREATE_EXPORT_JOB, this::create),
                new BoundOperation<>(SESv2.GET_EXPORT_JOB, this::get),
                new BoundOperation<>(SESv2.LIST_EXPORT_JOBS, this::list),
                new BoundOperation<>(SESv2.CANCEL_EXPORT_JOB, this::cancel));
    }

    private CreateExportJobResponse create(CreateExportJobRequest input, RequestContext context) {
        Owner owner = access.check(context, "CreateExportJob");
        ExportRequest request = new ExportRules(limits).check(input, clock.instant());
        JobId id = JobId.random();
        jobs.submit(submission -> {
            if (jobs.active(submission.handle(), owner, kind) >= limits.jobs()) {
                throw new LimitExceededException(
                        "A maximum of " + limits.jobs() + " export jobs can be under way at once.");
            }
            return submission.add(id, owner, kind, request.sourceType().value(), request);
        });
        return CreateExportJobResponse.builder().jobId(id.toString()).build();
    }

    private GetExportJobResponse get(GetExportJobRequest input, RequestContext context) {
        Owner owner = access.check(context, "GetExportJob", "export-job/" + input.jobId());
        Job<ExportRequest> job = JobId.parse(input.jobId())
                .flatMap(id -> jobs.find(owner, kind, id))
                .orElseThrow(() -> noSuchJob(input.jobId()));
        long exported = database.read(handle -> ExportStore.exported(handle, job.id()));
        return ExportAnswers.full(
                job,
                exported,
                location -> links.link(
                        ObjectLinks.Use.DOWNLOAD,
                        context.caller(),
                        context.host(),
                        location.bucket(),
                        location.key(),
                        limits.linkLifetime()));
    }

    /** The latest first. */
    private ListExportJobsResponse list(ListExportJobsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListExportJobs");
        Optional<String> type = input.exportSourceType().map(EnumValue::value);
        Optional<JobStatus> status = input.jobStatus();
        Page page = paging.page(owner + " " + type + " " + status, input.pageSize(), input.nextToken());
        var latest = new LatestExports(jobs, kind, owner, type, JobPosition.parse(page.after()));
        Page.Filled<Job<ExportRequest>> filled = page.fill(
                latest,
                job -> status.isEmpty() || status.get() == ExportAnswers.status(job.state()),
                job -> job.position().toString());
        return ListExportJobsResponse.builder()
                .exportJobs(
                        filled.entries().stream().map(ExportAnswers::summary).toList())
                .nextToken(filled.nextToken())
                .build();
    }

    /** Again for a job that was cancelled before; not for one that has ended otherwise. */
    private CancelExportJobResponse cancel(CancelExportJobRequest input, RequestContext context) {
        Owner owner = access.check(context, "CancelExportJob", "export-job/" + input.jobId());
        Job<ExportRequest> job = JobId.parse(input.jobId())
                .flatMap(id -> jobs.cancel(owner, kind, id))
                .orElseThrow(() -> noSuchJob(input.jobId()));
        if (job.state() != JobState.CANCELLED) {
            throw new BadRequestException("Export job <" + job.id() + "> is "
                    + ExportAnswers.status(job.state()).value() + " and cannot be cancelled.");
        }
        return CancelExportJobResponse.builder().build();
    }

    private static NotFoundException noSuchJob(String id) {
        return new NotFoundException("Export job <" + id + "> does not exist.");
    }
}
