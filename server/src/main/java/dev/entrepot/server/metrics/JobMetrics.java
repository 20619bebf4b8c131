package dev.entrepot.server.metrics;

import dev.entrepot.jobs.JobStatistics;
import dev.entrepot.jobs.JobStatistics.OfJobs;
import dev.entrepot.jobs.JobStatistics.OfQueue;
import dev.entrepot.jobs.Jobs;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Jobs and their queues, read from the database when somebody asks; on PostgreSQL they are those of all nodes. */
public final class JobMetrics {
    private volatile JobStatistics now = new JobStatistics(List.of(), List.of());

    private JobMetrics() {}

    /** Adds what it tells to the metrics. */
    public static void of(Jobs jobs, Metrics metrics) {
        var all = new JobMetrics();
        metrics.beforeEachReading(() -> all.now = jobs.statistics());
        all.add(metrics, "entrepot_jobs", "Jobs by kind and state.", OfJobs::jobs);
        all.add(
                metrics,
                "entrepot_job_records",
                "Records that jobs have done, the rejected ones among them.",
                some -> some.done().records());
        all.add(
                metrics,
                "entrepot_job_rejected_records",
                "Records that jobs have rejected.",
                some -> some.done().failed());
        all.add(
                metrics,
                "entrepot_job_bytes",
                "Bytes that jobs have done.",
                some -> some.done().bytes());
        all.addQueues(metrics);
    }

    private void add(Metrics metrics, String name, String help, ToLongFunction<OfJobs> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("kind", "state")
                .callback(gauge -> now.jobs()
                        .forEach(some -> gauge.call(
                                value.applyAsLong(some),
                                some.kind(),
                                some.state().name().toLowerCase(Locale.ROOT))))
                .register(metrics.registry());
    }

    private void addQueues(Metrics metrics) {
        GaugeWithCallback.builder()
                .name("entrepot_queue_tasks")
                .help("Pieces of jobs in the queues, those that are due only later among the waiting.")
                .labelNames("queue", "state")
                .callback(gauge -> {
                    for (OfQueue queue : now.queues()) {
                        gauge.call(queue.waiting(), queue.queue(), "waiting");
                        gauge.call(queue.running(), queue.queue(), "running");
                    }
                })
                .register(metrics.registry());
    }
}
