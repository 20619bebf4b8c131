package dev.entrepot.console;

import dev.entrepot.console.addresslists.AddressListPages;
import dev.entrepot.console.archives.ArchivePages;
import dev.entrepot.console.archives.HoldPages;
import dev.entrepot.console.archives.SearchPages;
import dev.entrepot.console.audiences.AudiencePages;
import dev.entrepot.console.audit.AuditPage;
import dev.entrepot.console.buckets.BucketPages;
import dev.entrepot.console.contacts.ContactListPages;
import dev.entrepot.console.contacts.SuppressionPages;
import dev.entrepot.console.domains.DomainPages;
import dev.entrepot.console.exportjobs.ExportJobPages;
import dev.entrepot.console.jobs.JobPages;
import dev.entrepot.console.jobs.LatestJobs;
import dev.entrepot.console.overview.OverviewPage;
import dev.entrepot.console.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The pages of every family. */
final class Pages {
    private Pages() {}

    static List<Route> all(Services services, InstantSource clock) {
        var calls = services.calls();
        var latest = new LatestJobs(services.jobs(), clock);
        return Stream.of(
                        new OverviewPage(calls, services.jobs(), services.objects(), clock).routes(),
                        new JobPages(calls, services.jobs(), services.objects(), services.authorizer(), clock).routes(),
                        new DomainPages(calls, latest).routes(),
                        new ContactListPages(calls, latest).routes(),
                        new SuppressionPages(calls, latest).routes(),
                        new ExportJobPages(calls, latest, clock).routes(),
                        new ArchivePages(calls, clock).routes(),
                        new SearchPages(calls).routes(),
                        new HoldPages(calls).routes(),
                        new AuditPage(calls).routes(),
                        new AddressListPages(calls, services.objects()).routes(),
                        new AudiencePages(calls).routes(),
                        new BucketPages(services.objects(), services.links()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
