package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Submission;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.contract.GetArchiveExportRequest;
import dev.entrepot.mailmanager.contract.GetArchiveExportResponse;
import dev.entrepot.mailmanager.contract.ListArchiveExportsRequest;
import dev.entrepot.mailmanager.contract.ListArchiveExportsResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.contract.StartArchiveExportRequest;
import dev.entrepot.mailmanager.contract.StartArchiveExportResponse;
import dev.entrepot.mailmanager.contract.StopArchiveExportRequest;
import dev.entrepot.mailmanager.contract.StopArchiveExportResponse;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.selection.ArchiveJobs;
import dev.entrepot.mailmanager.selection.Criteria;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The four operations on exports (dossier, section 1.3). */
final class ExportOperations {
    private final Database database;
    private final Jobs jobs;
    private final ExportJob kind;
    private final ExportLimits limits;
    private final ExportForm form;
    private final DestinationCheck destinations;
    private final Sidecars sidecars;
    private final ArchiveJobs<ExportRequest> exports;
    private final Audit audit;

    ExportOperations(
            Database database,
            Jobs jobs,
            ExportJob kind,
            ExportLimits limits,
            ExportForm form,
            DestinationCheck destinations,
            Sidecars sidecars,
            ArchiveJobs<ExportRequest> exports,
            Audit audit) {
        this.database = database;
        this.jobs = jobs;
        this.kind = kind;
        this.limits = limits;
        this.form = form;
        this.destinations = destinations;
        this.sidecars = sidecars;
        this.exports = exports;
        this.audit = audit;
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.START_ARCHIVE_EXPORT, this::start),
                new BoundOperation<>(MailManagerSvc.GET_ARCHIVE_EXPORT, this::get),
                new BoundOperation<>(MailManagerSvc.LIST_ARCHIVE_EXPORTS, this::list),
                new BoundOperation<>(MailManagerSvc.STOP_ARCHIVE_EXPORT, this::stop));
    }

    private StartArchiveExportResponse start(StartArchiveExportRequest input, RequestContext context) {
        JobId id = JobId.random();
        database.read(handle -> archive(handle, input.archiveId(), context));
        String location = DestinationCheck.location(input.exportDestinationConfiguration());
        destinations.check(Layout.of(location, form.folder(), id.toString()), context);
        jobs.submit(submission -> accept(submission, id, location, input, context));
        return StartArchiveExportResponse.builder().exportId(id.toString()).build();
    }

    private ArchiveRow archive(Handle handle, String id, RequestContext context) {
        ArchiveRow archive = exports.archive(handle, "StartArchiveExport", id, context);
        if (!archive.isActive()) {
            throw new ValidationException("The archive is pending deletion; it cannot be exported.");
        }
        return archive;
    }

    private Job<ExportRequest> accept(
            Submission submission, JobId id, String location, StartArchiveExportRequest input, RequestContext context) {
        ArchiveRow archive = archive(submission.handle(), input.archiveId(), context);
        input.maxResults().filter(most -> most < 0 || most > limits.messages()).ifPresent(most -> {
            throw new ValidationException("MaxResults must be between 0 and " + limits.messages() + ".");
        });
        Criteria criteria = Criteria.of(
                input.filters(),
                input.fromTimestamp(),
                input.toTimestamp(),
                ArchiveStore.arrivals(submission.handle(), archive));
        if (jobs.active(submission.handle(), archive.owner(), kind) >= limits.active()) {
            throw new ServiceQuotaExceededException(
                    "At most " + limits.active() + " exports may be under way at the same time.");
        }
        var request = new ExportRequest(
                criteria, input.maxResults(), location, input.includeMetadata().orElse(false), form);
        Map<String, String> details = criteria.details();
        details.put("S3Location", location);
        audit.exportStarted(submission.handle(), context.caller(), archive.id(), id.toString(), details);
        return submission.add(id, archive.owner(), kind, archive.id(), request);
    }

    private GetArchiveExportResponse get(GetArchiveExportRequest input, RequestContext context) {
        return ExportAnswers.full(exports.find("GetArchiveExport", input.exportId(), context));
    }

    private ListArchiveExportsResponse list(ListArchiveExportsRequest input, RequestContext context) {
        var page = exports.list("ListArchiveExports", input.archiveId(), input.pageSize(), input.nextToken(), context);
        return ListArchiveExportsResponse.builder()
                .exports(page.entries().stream().map(ExportAnswers::summary).toList())
                .nextToken(page.next())
                .build();
    }

    /** One that has ended stays as it is. */
    private StopArchiveExportResponse stop(StopArchiveExportRequest input, RequestContext context) {
        Job<ExportRequest> job = exports.find("StopArchiveExport", input.exportId(), context);
        if (!job.state().ended()) {
            jobs.cancel(job.owner(), kind, job.id());
            sidecars.close(job.id().toString());
        }
        return StopArchiveExportResponse.builder().build();
    }
}
