package dev.entrepot.jobs;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** How much there is of everything, over all accounts, as the database has it at one moment. */
public record JobStatistics(List<OfJobs> jobs, List<OfQueue> queues) {
    public JobStatistics {
        jobs = List.copyOf(jobs);
        queues = List.copyOf(queues);
    }

    /**
     * The jobs of one kind that are in one state.
     *
     * @param done by all of them together, parts that run included
     */
    public record OfJobs(String kind, JobState state, long jobs, Counts done) {}

    /**
     * A queue of work.
     *
     * @param waiting taken by nobody yet, also what is due only later
     * @param running taken by a node
     */
    public record OfQueue(String queue, long waiting, long running) {}

    static JobStatistics read(Handle handle, Queues queues) {
        List<OfJobs> jobs = handle.createQuery("""
                        SELECT kind, state, SUM(jobs) AS jobs, SUM(records) AS records, SUM(failed) AS failed,
                            SUM(bytes) AS bytes
                        FROM (
                            SELECT kind, state, 1 AS jobs, done_records AS records, done_failed AS failed,
                                done_bytes AS bytes
                            FROM job
                            UNION ALL
                            SELECT kind, state, 0, part.done_records + part.live_records,
                                part.done_failed + part.live_failed, part.done_bytes + part.live_bytes
                            FROM job_part part JOIN job ON job.id = part.job_id
                        ) AS counted
                        GROUP BY kind, state""")
                .map((row, context) -> new OfJobs(
                        row.getString("kind"),
                        JobState.valueOf(row.getString("state")),
                        row.getLong("jobs"),
                        new Counts(row.getLong("records"), row.getLong("failed"), row.getLong("bytes"))))
                .list();
        return new JobStatistics(
                jobs,
                List.of(queues.steps().depth(handle, "steps"), queues.parts().depth(handle, "parts")));
    }
}
