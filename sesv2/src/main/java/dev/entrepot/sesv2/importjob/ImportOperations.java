package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobPosition;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.sesv2.contract.CreateImportJobRequest;
import dev.entrepot.sesv2.contract.CreateImportJobResponse;
import dev.entrepot.sesv2.contract.GetImportJobRequest;
import dev.entrepot.sesv2.contract.GetImportJobResponse;
import dev.entrepot.sesv2.contract.ListImportJobsRequest;
import dev.entrepot.sesv2.contract.ListImportJobsResponse;
import dev.entrepot.sesv2.contract.NotFoundException;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.sesv2.request.Page;
import dev.entrepot.sesv2.request.Paging;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.Optional;

/** The three operations on import jobs (SES dossier, section 1). */
final class ImportOperations {
    private static final int PAGE = 100;

    private final Jobs jobs;
    private final ImportJob kind;
    private final ImportRules rules;
    private final Access access;
    private final Paging paging;
    private final ObjectLinks links;

    ImportOperations(
            Jobs jobs, ImportJob kind, ImportRules rules, Access access, PageTokens pageTokens, ObjectLinks links) {
        this.jobs = jobs;
        this.kind = kind;
        this.rules = rules;
        this.access = access;
        this.paging = new Paging(pageTokens, "ListImportJobs", PAGE);
        this.links = links;
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(SESv2.CREATE_IMPORT_JOB, this::create),
                new BoundOperation<>(SESv2.GET_IMPORT_JOB, this::get),
                new BoundOperation<>(SESv2.LIST_IMPORT_JOBS, this::list));
    }

    private CreateImportJobResponse create(CreateImportJobRequest input, RequestContext context) {
        Owner owner = access.check(context, "CreateImportJob");
        JobId id = new Acceptance(jobs, rules)
                .submit(kind, owner, input.importDestination(), input.importDataSource(), context);
        return CreateImportJobResponse.builder().jobId(id.toString()).build();
    }

    private GetImportJobResponse get(GetImportJobRequest input, RequestContext context) {
        Owner owner = access.check(context, "GetImportJob");
        Job<ImportRequest> job = JobId.parse(input.jobId())
                .flatMap(id -> jobs.find(owner, kind, id))
                .orElseThrow(() -> new NotFoundException("Import job <" + input.jobId() + "> does not exist."));
        return ImportAnswers.full(
                job,
                location -> links.link(
                        ObjectLinks.Use.DOWNLOAD,
                        context.caller(),
                        context.host(),
                        location.bucket(),
                        location.key(),
                        rules.linkLifetime()));
    }

    /** The latest first. */
    private ListImportJobsResponse list(ListImportJobsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListImportJobs");
        Optional<String> type = input.importDestinationType().map(EnumValue::value);
        Page page = paging.page(owner + " " + type, input.pageSize(), input.nextToken());
        List<Job<ImportRequest>> latest =
                jobs.latest(owner, kind, type, JobPosition.parse(page.after()), page.size() + 1);
        Page.Filled<Job<ImportRequest>> filled =
                page.fill(latest.iterator(), job -> true, job -> job.position().toString());
        return ListImportJobsResponse.builder()
                .importJobs(
                        filled.entries().stream().map(ImportAnswers::summary).toList())
                .nextToken(filled.nextToken())
                .build();
    }
}
