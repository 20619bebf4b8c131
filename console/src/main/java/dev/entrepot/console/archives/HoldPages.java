package dev.entrepot.console.archives;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Confirmation;
import dev.entrepot.console.web.Days;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.GetArchiveRequest;
import dev.entrepot.mailmanager.contract.GetArchiveSearchRequest;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResultsRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.Row;
import dev.entrepot.mailmanager.custody.contract.ListHoldsRequest;
import dev.entrepot.mailmanager.custody.contract.MailCustody;
import dev.entrepot.mailmanager.custody.contract.PlaceHoldRequest;
import dev.entrepot.mailmanager.custody.contract.ReleaseHoldRequest;
import dev.entrepot.wire.service.LocalCalls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The holds of an archive; they are placed and released here. */
public final class HoldPages {
    private static final int HOLDS_A_PAGE = 100;

    private final LocalCalls calls;

    public HoldPages(LocalCalls calls) {
        this.calls = calls;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("archives/{id}/holds", this::list),
                Route.post("archives/{id}/holds", this::place),
                Route.get("archives/{id}/holds/{hold}/release", this::askToRelease),
                Route.post("archives/{id}/holds/{hold}/release", this::release),
                Route.post("searches/{id}/hold", this::placeOnFound));
    }

    private Answer list(Visit visit) {
        String id = visit.step("id");
        var archive = calls.call(
                MailManagerSvc.GET_ARCHIVE,
                GetArchiveRequest.builder().archiveId(id).build(),
                visit.context());
        var listed = calls.call(
                MailCustody.LIST_HOLDS,
                ListHoldsRequest.builder()
                        .archiveId(id)
                        .pageSize(HOLDS_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        String next = listed.nextToken()
                .map(token -> Fields.link(Route.at("archives", id, "holds"), "token", token))
                .orElse("");
        return Answer.show("archives/holds.jte", new HoldListView(id, archive.archiveName(), listed.holds(), next));
    }

    /** On the whole archive, or on what is received from one day to another. */
    private Answer place(Visit visit) {
        Optional<LocalDate> first = visit.form().findDay("from");
        Optional<LocalDate> last = visit.form().findDay("to");
        place(
                visit,
                visit.step("id"),
                hold -> hold.receivedFrom(first.map(Days::start)).receivedTo(last.map(Days::lastMoment)));
        return holds(visit.step("id"));
    }

    /** On the messages that a search has found. */
    private Answer placeOnFound(Visit visit) {
        String id = visit.step("id");
        String archive = calls.call(
                        MailManagerSvc.GET_ARCHIVE_SEARCH,
                        GetArchiveSearchRequest.builder().searchId(id).build(),
                        visit.context())
                .archiveId()
                .orElseThrow();
        List<Row> rows = calls.call(
                        MailManagerSvc.GET_ARCHIVE_SEARCH_RESULTS,
                        GetArchiveSearchResultsRequest.builder().searchId(id).build(),
                        visit.context())
                .rows()
                .orElse(List.of());
        List<String> messages =
                rows.stream().flatMap(row -> row.archivedMessageId().stream()).toList();
        place(visit, archive, hold -> hold.messageIds(messages));
        return holds(archive);
    }

    /** Says which messages. */
    private interface Scope {
        PlaceHoldRequest.Builder of(PlaceHoldRequest.Builder hold);
    }

    private void place(Visit visit, String archive, Scope scope) {
        var hold = PlaceHoldRequest.builder()
                .archiveId(archive)
                .reason(visit.form().get("reason"));
        calls.call(MailCustody.PLACE_HOLD, scope.of(hold).build(), visit.context());
    }

    private Answer askToRelease(Visit visit) {
        return new Confirmation(
                        "Release the hold",
                        visit.step("hold"),
                        "Retention and deletion go on with the messages that no other hold is on.",
                        Route.at("archives", visit.step("id"), "holds", visit.step("hold"), "release"),
                        Map.of(),
                        "Release",
                        Route.at("archives", visit.step("id"), "holds"))
                .asked();
    }

    private Answer release(Visit visit) {
        var request = ReleaseHoldRequest.builder()
                .archiveId(visit.step("id"))
                .holdId(visit.step("hold"))
                .build();
        calls.call(MailCustody.RELEASE_HOLD, request, visit.context());
        return holds(visit.step("id"));
    }

    private static Answer holds(String archive) {
        return new Answer.SeeOther(Route.at("archives", archive, "holds"));
    }
}
