package dev.entrepot.console.jobs;

import dev.entrepot.jobs.Job;
import java.time.Instant;
import java.util.List;

/**
 * Jobs in a table, which {@code jobs/table.jte} shows.
 *
 * @param live the address that the table is fetched from again while it is looked at; empty for one that stands still
 */
public record JobTable(List<JobLine> lines, String live) {
    public JobTable {
        lines = List.copyOf(lines);
    }

    public static JobTable of(List<? extends Job<?>> jobs, Instant now, String live) {
        return new JobTable(jobs.stream().map(job -> new JobLine(job, now)).toList(), live);
    }
}
