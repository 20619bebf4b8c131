package dev.entrepot.console.audit;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.Archive;
import dev.entrepot.mailmanager.contract.ListArchivesRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.custody.contract.ListAuditEntriesRequest;
import dev.entrepot.mailmanager.custody.contract.MailCustody;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;

/** The audit log, an archive at a time. */
public final class AuditPage {
    private static final int ENTRIES_A_PAGE = 100;
    private static final int MOST_ARCHIVES = 50;

    private final LocalCalls calls;

    public AuditPage(LocalCalls calls) {
        this.calls = calls;
    }

    public List<Route> routes() {
        return List.of(Route.get("audit", this::show));
    }

    private Answer show(Visit visit) {
        List<Archive> archives = calls.call(
                        MailManagerSvc.LIST_ARCHIVES,
                        ListArchivesRequest.builder().pageSize(MOST_ARCHIVES).build(),
                        visit.context())
                .archives();
        String archive = visit.query()
                .find("archive")
                .orElseGet(() -> archives.isEmpty() ? "" : archives.getFirst().archiveId());
        if (archive.isEmpty()) {
            return Answer.show("audit/show.jte", new AuditView(archives, archive, List.of(), ""));
        }
        var log = calls.call(
                MailCustody.LIST_AUDIT_ENTRIES,
                ListAuditEntriesRequest.builder()
                        .archiveId(archive)
                        .pageSize(ENTRIES_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        String next = log.nextToken()
                .map(token -> Fields.link(Route.at("audit"), "archive", archive, "token", token))
                .orElse("");
        return Answer.show("audit/show.jte", new AuditView(archives, archive, log.entries(), next));
    }
}
