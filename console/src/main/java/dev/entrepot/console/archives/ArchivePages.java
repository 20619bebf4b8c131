package dev.entrepot.console.archives;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Assets;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.NotFound;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.GetArchiveMessageContentRequest;
import dev.entrepot.mailmanager.contract.GetArchiveMessageRequest;
import dev.entrepot.mailmanager.contract.GetArchiveRequest;
import dev.entrepot.mailmanager.contract.ListArchiveExportsRequest;
import dev.entrepot.mailmanager.contract.ListArchiveSearchesRequest;
import dev.entrepot.mailmanager.contract.ListArchivesRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.MessageBody;
import dev.entrepot.mailmanager.custody.contract.ListHoldsRequest;
import dev.entrepot.mailmanager.custody.contract.MailCustody;
import dev.entrepot.wire.service.LocalCalls;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The archives, the page of each, and their messages. */
public final class ArchivePages {
    private static final int ARCHIVES_A_PAGE = 50;
    private static final int LINES = 20;
    private static final int HOLDS_COUNTED = 1000;

    private final LocalCalls calls;
    private final InstantSource clock;

    public ArchivePages(LocalCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("archives", this::list),
                Route.get("archives/{id}", this::show),
                Route.get(
                        "messages",
                        visit -> new Answer.SeeOther(
                                Route.at("messages", visit.query().get("id").strip()))),
                Route.get("messages/{id}", this::message),
                Route.get("messages/{id}/html", this::html));
    }

    private Answer list(Visit visit) {
        var listed = calls.call(
                MailManagerSvc.LIST_ARCHIVES,
                ListArchivesRequest.builder()
                        .pageSize(ARCHIVES_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        String next = listed.nextToken()
                .map(token -> Fields.link(Route.at("archives"), "token", token))
                .orElse("");
        return Answer.show("archives/list.jte", new ArchiveListView(listed.archives(), next));
    }

    private Answer show(Visit visit) {
        String id = visit.step("id");
        var archive = calls.call(
                MailManagerSvc.GET_ARCHIVE,
                GetArchiveRequest.builder().archiveId(id).build(),
                visit.context());
        var searches = calls.call(
                MailManagerSvc.LIST_ARCHIVE_SEARCHES,
                ListArchiveSearchesRequest.builder()
                        .archiveId(id)
                        .pageSize(LINES)
                        .build(),
                visit.context());
        var exports = calls.call(
                MailManagerSvc.LIST_ARCHIVE_EXPORTS,
                ListArchiveExportsRequest.builder()
                        .archiveId(id)
                        .pageSize(LINES)
                        .build(),
                visit.context());
        var holds = calls.call(
                MailCustody.LIST_HOLDS,
                ListHoldsRequest.builder().archiveId(id).pageSize(HOLDS_COUNTED).build(),
                visit.context());
        return Answer.show(
                "archives/show.jte",
                new ArchiveView(
                        archive,
                        searches.searches().orElse(List.of()),
                        exports.exports().orElse(List.of()),
                        holds.holds(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private Answer message(Visit visit) {
        String id = visit.step("id");
        var request = GetArchiveMessageRequest.builder().archivedMessageId(id).build();
        var message = calls.call(MailManagerSvc.GET_ARCHIVE_MESSAGE, request, visit.context());
        URI link = URI.create(message.messageDownloadLink().orElse(""));
        String download = link.getRawPath() + "?" + link.getRawQuery();
        return Answer.show("archives/message.jte", new MessageView(id, message, body(visit), download));
    }

    private MessageBody body(Visit visit) {
        var request = GetArchiveMessageContentRequest.builder()
                .archivedMessageId(visit.step("id"))
                .build();
        return calls.call(MailManagerSvc.GET_ARCHIVE_MESSAGE_CONTENT, request, visit.context())
                .body()
                .orElseThrow();
    }

    private Answer html(Visit visit) {
        String html = body(visit).html().orElseThrow(() -> new NotFound("This message has no HTML."));
        return new Answer.Bytes(CleanHtml.document(html, Assets.address("console.css")));
    }
}
