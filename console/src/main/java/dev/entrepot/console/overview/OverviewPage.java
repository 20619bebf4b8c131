package dev.entrepot.console.overview;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.ListAudienceGenerationJobsRequest;
import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.console.overview.OverviewView.Holding;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.mailmanager.contract.ListArchivesRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.sesv2.contract.ListContactListsRequest;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.simpledb.classic.contract.AmazonSimpleDB;
import dev.entrepot.simpledb.classic.contract.ListDomainsRequest;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.service.LocalCalls;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The first page. */
public final class OverviewPage {
    private static final int LINES = 10;

    private final LocalCalls calls;
    private final Jobs jobs;
    private final EmbeddedObjectStore objects;
    private final InstantSource clock;

    public OverviewPage(LocalCalls calls, Jobs jobs, EmbeddedObjectStore objects, InstantSource clock) {
        this.calls = calls;
        this.jobs = jobs;
        this.objects = objects;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("", visit -> Answer.show("overview/show.jte", new OverviewView(systems(visit), jobs(visit)))),
                Route.get("overview/live", visit -> Answer.show("jobs/table.jte", jobs(visit))));
    }

    private JobTable jobs(Visit visit) {
        return JobTable.of(
                jobs.latest(visit.owner(), false, Optional.empty(), LINES),
                clock.instant(),
                Route.at("overview", "live"));
    }

    private List<Holding> systems(Visit visit) {
        var domains = calls.call(
                AmazonSimpleDB.LIST_DOMAINS,
                ListDomainsRequest.builder().maxNumberOfDomains(100).build(),
                visit.context());
        var lists = calls.call(
                SESv2.LIST_CONTACT_LISTS,
                ListContactListsRequest.builder().pageSize(100).build(),
                visit.context());
        var archives = calls.call(
                MailManagerSvc.LIST_ARCHIVES,
                ListArchivesRequest.builder().pageSize(50).build(),
                visit.context());
        var audiences = calls.call(
                CleanRoomsML.LIST_AUDIENCE_GENERATION_JOBS,
                ListAudienceGenerationJobsRequest.builder().maxResults(100).build(),
                visit.context());
        int buckets = objects.listBuckets(Requester.of(visit.owner())).size();
        return List.of(
                new Holding(
                        "SimpleDB",
                        count(domains.domainNames(), domains.nextToken()),
                        "domain",
                        "Items by name, select, point-in-time export to S3, import",
                        Route.at("domains")),
                new Holding(
                        "SES v2",
                        count(lists.contactLists(), lists.nextToken()),
                        "contact list",
                        "Imports with their rejected rows, suppression, event exports",
                        Route.at("contact-lists")),
                new Holding(
                        "Mail Manager",
                        count(Optional.of(archives.archives()), archives.nextToken()),
                        "archive",
                        "Messages kept as they came, read and searched",
                        Route.at("archives")),
                new Holding(
                        "Clean Rooms ML",
                        count(Optional.of(audiences.audienceGenerationJobs()), audiences.nextToken()),
                        "audience",
                        "Lookalike models, audiences with their quality, exports",
                        Route.at("audiences")),
                new Holding("S3", "" + buckets, "bucket", "What jobs read and write", Route.at("buckets")));
    }

    /** Of the first page; a plus says that there are more. */
    private static String count(Optional<? extends List<?>> listed, Optional<String> next) {
        int size = listed.map(List::size).orElse(0);
        return next.isPresent() ? size + "+" : "" + size;
    }
}
