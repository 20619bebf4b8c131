package dev.entrepot.server.metrics;

import dev.entrepot.server.http.Answered;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** All that is measured. Times are in seconds, in buckets of half a millisecond to a minute. */
public final class Metrics implements Answered {
    private static final double[] SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60
    };
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final List<Runnable> beforehand = new CopyOnWriteArrayList<>();
    private final Histogram requests = histogram(
            "entrepot_request_seconds",
            "From a request's head to the end of its answer; of S3 the operation is the HTTP method.",
            "service",
            "operation",
            "status");
    private final Histogram database =
            histogram("entrepot_database_seconds", "Transactions, until a write is on the disk.", "work");
    private final Histogram objects = histogram(
            "entrepot_object_store_seconds", "What services do with objects beside S3 requests.", "operation");

    public Metrics() {
        GaugeWithCallback.builder()
                .name("entrepot_heap_bytes")
                .help("Memory in use by Java objects, what is garbage among it.")
                .callback(gauge -> gauge.call(Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory()))
                .register(registry);
    }

    private Histogram histogram(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
    }

    @Override
    public void answered(String service, String operation, int status, long nanos) {
        requests.labelValues(service, operation, Integer.toString(status)).observe(nanos / NANOS);
    }

    Timing database(String work) {
        return timing(database, work);
    }

    Timing objects(String operation) {
        return timing(objects, operation);
    }

    private static Timing timing(Histogram histogram, String label) {
        var point = histogram.labelValues(label);
        return nanos -> point.observe(nanos / NANOS);
    }

    /** {@code work} is done before the numbers are read. */
    void beforeEachReading(Runnable work) {
        beforehand.add(work);
    }

    PrometheusRegistry registry() {
        return registry;
    }

    /** In the text format, version 0.0.4. */
    byte[] text() {
        beforehand.forEach(Runnable::run);
        var bytes = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(bytes, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write to memory", e);
        }
        return bytes.toByteArray();
    }
}
