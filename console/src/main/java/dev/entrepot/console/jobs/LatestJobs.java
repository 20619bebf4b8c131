package dev.entrepot.console.jobs;

import dev.entrepot.console.web.Visit;
import dev.entrepot.jobs.Jobs;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest jobs of one family or about one resource, for the pages that show their own. */
public record LatestJobs(Jobs jobs, InstantSource clock) {
    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 10;

    public JobTable of(Visit visit, Predicate<JobLine> which) {
        var found = jobs.latest(visit.owner(), false, Optional.empty(), LOOKED_AT).stream()
                .map(job -> new JobLine(job, clock.instant()))
                .filter(which)
                .limit(SHOWN)
                .toList();
        return new JobTable(found, "");
    }
}
