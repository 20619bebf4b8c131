package dev.entrepot.mailmanager.search;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobState;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Submission;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.contract.GetArchiveSearchRequest;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResponse;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResultsRequest;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResultsResponse;
import dev.entrepot.mailmanager.contract.ListArchiveSearchesRequest;
import dev.entrepot.mailmanager.contract.ListArchiveSearchesResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.Row;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.contract.StartArchiveSearchRequest;
import dev.entrepot.mailmanager.contract.StartArchiveSearchResponse;
import dev.entrepot.mailmanager.contract.StopArchiveSearchRequest;
import dev.entrepot.mailmanager.contract.StopArchiveSearchResponse;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.selection.ArchiveJobs;
import dev.entrepot.mailmanager.selection.Criteria;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;

/** The five operations on searches (dossier, section 1.2). */
final class SearchOperations {
    private final Database database;
    private final InstantSource clock;
    private final Jobs jobs;
    private final SearchJob kind;
    private final SearchLimits limits;
    private final ArchiveJobs<SearchRequest> searches;
    private final Audit audit;

    SearchOperations(
            Database database,
            InstantSource clock,
            Jobs jobs,
            SearchJob kind,
            SearchLimits limits,
            ArchiveJobs<SearchRequest> searches,
            Audit audit) {
        this.database = database;
        this.clock = clock;
        this.jobs = jobs;
        this.kind = kind;
        this.limits = limits;
        this.searches = searches;
        this.audit = audit;
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.START_ARCHIVE_SEARCH, this::start),
                new BoundOperation<>(MailManagerSvc.GET_ARCHIVE_SEARCH, this::get),
                new BoundOperation<>(MailManagerSvc.GET_ARCHIVE_SEARCH_RESULTS, this::results),
                new BoundOperation<>(MailManagerSvc.LIST_ARCHIVE_SEARCHES, this::list),
                new BoundOperation<>(MailManagerSvc.STOP_ARCHIVE_SEARCH, this::stop));
    }

    private StartArchiveSearchResponse start(StartArchiveSearchRequest input, RequestContext context) {
        JobId id = JobId.random();
        jobs.submit(submission -> accept(submission, id, input, context));
        return StartArchiveSearchResponse.builder().searchId(id.toString()).build();
    }

    private Job<SearchRequest> accept(
            Submission submission, JobId id, StartArchiveSearchRequest input, RequestContext context) {
        ArchiveRow archive = searches.archive(submission.handle(), "StartArchiveSearch", input.archiveId(), context);
        if (!archive.isActive()) {
            throw closed();
        }
        Criteria criteria = Criteria.of(
                input.filters(),
                input.fromTimestamp(),
                input.toTimestamp(),
                ArchiveStore.arrivals(submission.handle(), archive));
        limits.span().filter(longest -> criteria.span().compareTo(longest) > 0).ifPresent(longest -> {
            throw new ValidationException("A search may be about " + longest.toDays() + " days at most.");
        });
        if (jobs.active(submission.handle(), archive.owner(), kind) >= limits.active()) {
            throw new ServiceQuotaExceededException(
                    "At most " + limits.active() + " searches may be under way at the same time.");
        }
        audit.searchStarted(submission.handle(), context.caller(), archive.id(), id.toString(), criteria.details());
        return submission.add(id, archive.owner(), kind, archive.id(), new SearchRequest(criteria, input.maxResults()));
    }

    private GetArchiveSearchResponse get(GetArchiveSearchRequest input, RequestContext context) {
        return SearchAnswers.full(searches.find("GetArchiveSearch", input.searchId(), context));
    }

    private GetArchiveSearchResultsResponse results(GetArchiveSearchResultsRequest input, RequestContext context) {
        Job<SearchRequest> job = searches.find("GetArchiveSearchResults", input.searchId(), context);
        if (!job.state().ended()) {
            throw new ConflictException("Search " + job.id() + " is still in progress.");
        }
        if (job.state() != JobState.SUCCEEDED) {
            throw new ConflictException("Search " + job.id() + " was not completed; it has no results.");
        }
        List<Row> rows = database.read(handle -> {
            ArchiveStore.find(handle, job.owner(), job.subject(), clock.instant())
                    .filter(ArchiveRow::isActive)
                    .orElseThrow(SearchOperations::closed);
            return SearchStore.list(handle, job.id()).stream()
                    .map(SearchAnswers::row)
                    .toList();
        });
        audit.searchResultsRead(context.caller(), job.subject(), job.id().toString(), rows.size());
        return GetArchiveSearchResultsResponse.builder().rows(rows).build();
    }

    private static ConflictException closed() {
        return new ConflictException("The archive is pending deletion; it cannot be searched.");
    }

    private ListArchiveSearchesResponse list(ListArchiveSearchesRequest input, RequestContext context) {
        var page =
                searches.list("ListArchiveSearches", input.archiveId(), input.pageSize(), input.nextToken(), context);
        return ListArchiveSearchesResponse.builder()
                .searches(page.entries().stream().map(SearchAnswers::summary).toList())
                .nextToken(page.next())
                .build();
    }

    /** One that has ended stays as it is. */
    private StopArchiveSearchResponse stop(StopArchiveSearchRequest input, RequestContext context) {
        Job<SearchRequest> job = searches.find("StopArchiveSearch", input.searchId(), context);
        jobs.cancel(job.owner(), kind, job.id());
        return StopArchiveSearchResponse.builder().build();
    }
}
