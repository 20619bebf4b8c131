package dev.entrepot.console.contacts;

import dev.entrepot.console.jobs.LatestJobs;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Confirmation;
import dev.entrepot.console.web.Days;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.sesv2.contract.DeleteSuppressedDestinationRequest;
import dev.entrepot.sesv2.contract.ImportDestinationType;
import dev.entrepot.sesv2.contract.ListSuppressedDestinationsRequest;
import dev.entrepot.sesv2.contract.PutSuppressedDestinationRequest;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.SuppressionListReason;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.Map;

/** The suppressed addresses; they are added, removed and imported here. */
public final class SuppressionPages {
    private static final String SUPPRESSED = "suppressed-addresses";
    private static final int ADDRESSES_A_PAGE = 100;

    private final LocalCalls calls;
    private final LatestJobs jobs;
    private final ImportForms imports;

    public SuppressionPages(LocalCalls calls, LatestJobs jobs) {
        this.calls = calls;
        this.jobs = jobs;
        this.imports = new ImportForms(calls);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(SUPPRESSED, this::list),
                Route.post(SUPPRESSED, this::add),
                Route.get(SUPPRESSED + "/remove", SuppressionPages::askToRemove),
                Route.post(SUPPRESSED + "/remove", this::remove),
                Route.post(SUPPRESSED + "/import", imports::suppression));
    }

    private Answer list(Visit visit) {
        Fields query = visit.query();
        String reason = query.find("reason").orElse("");
        String from = query.find("from").orElse("");
        String to = query.find("to").orElse("");
        var listed = calls.call(
                SESv2.LIST_SUPPRESSED_DESTINATIONS,
                ListSuppressedDestinationsRequest.builder()
                        .reasons(query.choice("reason", SuppressionListReason::of)
                                .map(List::of))
                        .startDate(query.findDay("from").map(Days::start))
                        .endDate(query.findDay("to").map(day -> Days.start(day.plusDays(1))))
                        .pageSize(ADDRESSES_A_PAGE)
                        .nextToken(query.find("token"))
                        .build(),
                visit.context());
        String next = listed.nextToken()
                .map(token ->
                        Fields.link(Route.at(SUPPRESSED), "reason", reason, "from", from, "to", to, "token", token))
                .orElse("");
        return Answer.show(
                "contacts/suppressed.jte",
                new SuppressionView(
                        listed.suppressedDestinationSummaries().orElse(List.of()),
                        reason,
                        from,
                        to,
                        next,
                        jobs.of(visit, line -> ImportForms.isInto(ImportDestinationType.SUPPRESSION_LIST, line))));
    }

    private Answer add(Visit visit) {
        var request = PutSuppressedDestinationRequest.builder()
                .emailAddress(visit.form().get("address").strip())
                .reason(visit.form().chosen("reason", SuppressionListReason::of))
                .build();
        calls.call(SESv2.PUT_SUPPRESSED_DESTINATION, request, visit.context());
        return new Answer.SeeOther(Route.at(SUPPRESSED));
    }

    private static Answer askToRemove(Visit visit) {
        String address = visit.query().get("address");
        return new Confirmation(
                        "Remove from the suppression list",
                        address,
                        "Why and when it was put there is forgotten.",
                        Route.at(SUPPRESSED, "remove"),
                        Map.of("address", address),
                        "Remove",
                        Route.at(SUPPRESSED))
                .asked();
    }

    private Answer remove(Visit visit) {
        var request = DeleteSuppressedDestinationRequest.builder()
                .emailAddress(visit.form().get("address"))
                .build();
        calls.call(SESv2.DELETE_SUPPRESSED_DESTINATION, request, visit.context());
        return new Answer.SeeOther(Route.at(SUPPRESSED));
    }
}
