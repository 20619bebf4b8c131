package dev.entrepot.console.domains;

import dev.entrepot.console.jobs.LatestJobs;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.simpledb.classic.contract.AmazonSimpleDB;
import dev.entrepot.simpledb.classic.contract.CreateDomainRequest;
import dev.entrepot.simpledb.classic.contract.DomainMetadataRequest;
import dev.entrepot.simpledb.classic.contract.ListDomainsRequest;
import dev.entrepot.simpledb.classic.contract.SelectRequest;
import dev.entrepot.wire.service.LocalCalls;
import dev.entrepot.wire.service.Refused;
import java.util.List;
import java.util.Optional;

/** The list of domains and the page of each. */
public final class DomainPages {
    private static final int DOMAINS_A_PAGE = 25;

    private final LocalCalls calls;
    private final LatestJobs jobs;
    private final DomainForms forms;

    public DomainPages(LocalCalls calls, LatestJobs jobs) {
        this.calls = calls;
        this.jobs = jobs;
        this.forms = new DomainForms(calls);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("domains", this::list),
                Route.post("domains", this::create),
                Route.get("domains/{name}", this::show),
                Route.post("domains/{name}/export", forms::export),
                Route.post("domains/{name}/import", forms::load));
    }

    private Answer list(Visit visit) {
        var listed = calls.call(
                AmazonSimpleDB.LIST_DOMAINS,
                ListDomainsRequest.builder()
                        .maxNumberOfDomains(DOMAINS_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        List<DomainLine> lines = listed.domainNames().orElse(List.of()).stream()
                .map(name -> line(visit, name))
                .toList();
        String next = listed.nextToken()
                .map(token -> Fields.link(Route.at("domains"), "token", token))
                .orElse("");
        return Answer.show("domains/list.jte", new DomainListView(lines, next));
    }

    private DomainLine line(Visit visit, String name) {
        var request = DomainMetadataRequest.builder().domainName(name).build();
        return new DomainLine(name, calls.call(AmazonSimpleDB.DOMAIN_METADATA, request, visit.context()));
    }

    private Answer create(Visit visit) {
        String name = visit.form().get("name");
        calls.call(
                AmazonSimpleDB.CREATE_DOMAIN,
                CreateDomainRequest.builder().domainName(name).build(),
                visit.context());
        return new Answer.SeeOther(Route.at("domains", name));
    }

    private Answer show(Visit visit) {
        String name = visit.step("name");
        DomainLine domain = line(visit, name);
        String expression =
                visit.query().find("select").orElse("select * from `" + name.replace("`", "``") + "` limit 25");
        var table = jobs.of(
                visit,
                line -> line.job().kind().startsWith("simpledb-")
                        && line.subject().equals(name));
        try {
            var found = Optional.of(select(visit, name, expression));
            return Answer.show("domains/show.jte", new DomainView(domain, expression, found, "", table));
        } catch (Refused refused) {
            var view = new DomainView(
                    domain, expression, Optional.empty(), refused.error().message(), table);
            return new Answer.Shown(400, "domains/show.jte", view);
        }
    }

    private Results select(Visit visit, String name, String expression) {
        var selected = calls.call(
                AmazonSimpleDB.SELECT,
                SelectRequest.builder()
                        .selectExpression(expression)
                        .nextToken(visit.query().find("token"))
                        .consistentRead(true)
                        .build(),
                visit.context());
        String next = selected.nextToken()
                .map(token -> Fields.link(Route.at("domains", name), "select", expression, "token", token))
                .orElse("");
        return new Results(selected.items().orElse(List.of()), next);
    }
}
