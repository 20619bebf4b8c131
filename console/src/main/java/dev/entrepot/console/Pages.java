package dev.entrepot.console;

import dev.entrepot.console.archives.ArchivePages;
import dev.entrepot.console.archives.SearchPages;
import dev.entrepot.console.audiences.AudiencePages;
import dev.entrepot.console.audit.AuditPage;
import dev.entrepot.console.buckets.BucketPages;
import dev.entrepot.console.contacts.ContactListPages;
import dev.entrepot.console.domains.DomainPages;
import dev.entrepot.console.jobs.JobPages;
import dev.entrepot.console.overview.OverviewPage;
import dev.entrepot.console.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The pages of every family. */
final class Pages {
    private Pages() {}

    static List<Route> all(Services services, InstantSource clock) {
        return Stream.of(
                        new OverviewPage(services.calls(), services.jobs(), services.objects(), clock).routes(),
                        new JobPages(
                                        services.calls(),
                                        services.jobs(),
                                        services.objects(),
                                        services.authorizer(),
                                        clock)
                                .routes(),
                        new DomainPages(services.calls(), services.jobs(), clock).routes(),
                        new ContactListPages(services.calls(), services.jobs(), clock).routes(),
                        new ArchivePages(services.calls(), clock).routes(),
                        new SearchPages(services.calls()).routes(),
                        new AuditPage(services.calls()).routes(),
                        new AudiencePages(services.calls()).routes(),
                        new BucketPages(services.objects(), services.links()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
