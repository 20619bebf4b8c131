package dev.entrepot.console.archives;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.ExportDestinationConfiguration;
import dev.entrepot.mailmanager.contract.GetArchiveSearchRequest;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResultsRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.S3ExportDestinationConfiguration;
import dev.entrepot.mailmanager.contract.SearchState;
import dev.entrepot.mailmanager.contract.StartArchiveExportRequest;
import dev.entrepot.mailmanager.contract.StartArchiveSearchRequest;
import dev.entrepot.mailmanager.contract.StopArchiveSearchRequest;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.Optional;

/** Searches of archives with what they find, and exports. */
public final class SearchPages {
    private static final int MOST = 100;

    private final LocalCalls calls;

    public SearchPages(LocalCalls calls) {
        this.calls = calls;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("archives/{id}/search", this::start),
                Route.post("archives/{id}/export", this::export),
                Route.get("searches/{id}", visit -> Answer.show("archives/search.jte", search(visit))),
                Route.get("searches/{id}/live", visit -> Answer.show("archives/found.jte", search(visit))),
                Route.post("searches/{id}/stop", this::stop));
    }

    private Answer start(Visit visit) {
        var wanted = WantedMail.of(visit.form());
        var request = StartArchiveSearchRequest.builder()
                .archiveId(visit.step("id"))
                .filters(wanted.filters())
                .fromTimestamp(wanted.from())
                .toTimestamp(wanted.to())
                .maxResults(visit.form().number("most").orElse(MOST))
                .build();
        String id = calls.call(MailManagerSvc.START_ARCHIVE_SEARCH, request, visit.context())
                .searchId()
                .orElseThrow();
        return new Answer.SeeOther(Route.at("searches", id));
    }

    private Answer export(Visit visit) {
        var wanted = WantedMail.of(visit.form());
        var destination = S3ExportDestinationConfiguration.builder()
                .s3Location(visit.form().get("destination"))
                .build();
        var request = StartArchiveExportRequest.builder()
                .archiveId(visit.step("id"))
                .filters(wanted.filters())
                .fromTimestamp(wanted.from())
                .toTimestamp(wanted.to())
                .exportDestinationConfiguration(new ExportDestinationConfiguration.S3(destination))
                .includeMetadata(visit.form().has("metadata"))
                .build();
        calls.call(MailManagerSvc.START_ARCHIVE_EXPORT, request, visit.context());
        return new Answer.SeeOther(Route.at("archives", visit.step("id")));
    }

    private SearchView search(Visit visit) {
        String id = visit.step("id");
        var search = calls.call(
                MailManagerSvc.GET_ARCHIVE_SEARCH,
                GetArchiveSearchRequest.builder().searchId(id).build(),
                visit.context());
        boolean complete = search.status()
                .flatMap(status -> status.state())
                .filter(SearchState.COMPLETED::equals)
                .isPresent();
        if (!complete) {
            return new SearchView(id, search, Optional.empty());
        }
        var results = calls.call(
                MailManagerSvc.GET_ARCHIVE_SEARCH_RESULTS,
                GetArchiveSearchResultsRequest.builder().searchId(id).build(),
                visit.context());
        return new SearchView(id, search, Optional.of(results.rows().orElse(List.of())));
    }

    private Answer stop(Visit visit) {
        var request =
                StopArchiveSearchRequest.builder().searchId(visit.step("id")).build();
        calls.call(MailManagerSvc.STOP_ARCHIVE_SEARCH, request, visit.context());
        return new Answer.SeeOther(Route.at("searches", visit.step("id")));
    }
}
