package dev.entrepot.console.contacts;

import dev.entrepot.console.jobs.JobLine;
import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.console.jobs.LatestJobs;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.sesv2.contract.GetContactListRequest;
import dev.entrepot.sesv2.contract.ImportDestinationType;
import dev.entrepot.sesv2.contract.ListContactListsRequest;
import dev.entrepot.sesv2.contract.ListContactsFilter;
import dev.entrepot.sesv2.contract.ListContactsRequest;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.TopicFilter;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The contact lists, the page of each, and what starts imports into them. */
public final class ContactListPages {
    private static final int CONTACTS_A_PAGE = 50;

    private final LocalCalls calls;
    private final LatestJobs jobs;
    private final ImportForms forms;

    public ContactListPages(LocalCalls calls, LatestJobs jobs) {
        this.calls = calls;
        this.jobs = jobs;
        this.forms = new ImportForms(calls);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("contact-lists", this::list),
                Route.post("contact-lists", forms::createList),
                Route.get("contact-lists/{name}", this::show),
                Route.post("contact-lists/{name}/import", forms::contacts));
    }

    private Answer list(Visit visit) {
        var listed = calls.call(
                SESv2.LIST_CONTACT_LISTS,
                ListContactListsRequest.builder().pageSize(1000).build(),
                visit.context());
        return Answer.show(
                "contacts/lists.jte",
                new ContactListsView(listed.contactLists().orElse(List.of()), imports(visit, _ -> true)));
    }

    private JobTable imports(Visit visit, Predicate<JobLine> which) {
        return jobs.of(visit, which.and(line -> ImportForms.isInto(ImportDestinationType.CONTACT_LIST, line)));
    }

    private Answer show(Visit visit) {
        String name = visit.step("name");
        var list = calls.call(
                SESv2.GET_CONTACT_LIST,
                GetContactListRequest.builder().contactListName(name).build(),
                visit.context());
        String status = visit.query().find("status").orElse("");
        String topic = visit.query().find("topic").orElse("");
        var page = calls.call(
                SESv2.LIST_CONTACTS,
                ListContactsRequest.builder()
                        .contactListName(name)
                        .filter(filter(visit.query()))
                        .pageSize(CONTACTS_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        String next = page.nextToken()
                .map(token ->
                        Fields.link(Route.at("contact-lists", name), "status", status, "topic", topic, "token", token))
                .orElse("");
        return Answer.show(
                "contacts/show.jte",
                new ContactListView(
                        name,
                        list,
                        page.contacts().orElse(List.of()),
                        status,
                        topic,
                        next,
                        imports(visit, line -> line.subject().equals(name))));
    }

    private static Optional<ListContactsFilter> filter(Fields query) {
        return query.choice("status", SubscriptionStatus::of)
                .map(status -> ListContactsFilter.builder()
                        .filteredStatus(status)
                        .topicFilter(query.find("topic")
                                .map(topic -> TopicFilter.builder()
                                        .topicName(topic)
                                        .useDefaultIfPreferenceUnavailable(true)
                                        .build()))
                        .build());
    }
}
