package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to Spark, made when it is first needed. System properties {@code spark.…} are its settings. */
final class Cluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    /** So many stages fill what others leave of a cluster's cores; each holds its data in this process. */
    private static final int AT_ONCE = 4;

    private static final long MILLIS_BETWEEN_REPORTS = 200;
    private static final Pattern THIS_PROCESS = Pattern.compile("local(\\[.+])?");
    private static final String LOOPBACK = "127.0.0.1";

    private final String master;
    private Optional<SparkSession> session = Optional.empty();

    Cluster(String master) {
        this.master = master;
    }

    /** What is to be done; in a thread of its own. */
    interface Work<T> {
        T on(SparkSession spark, DoubleConsumer progress);
    }

    /** Does all of it, and meanwhile tells how much is done in the caller's thread; what that throws ends the work. */
    <T> List<T> call(List<Work<T>> works, DoubleConsumer progress) {
        String group = UUID.randomUUID().toString();
        List<DoubleAccumulator> done =
                works.stream().map(_ -> new DoubleAccumulator(Math::max, 0)).toList();
        try (var threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().name("spark-work-", 0).daemon().factory())) {
            List<Future<T>> results = IntStream.range(0, works.size())
                    .mapToObj(each -> threads.submit(() -> {
                        SparkSession spark = session();
                        spark.sparkContext().setJobGroup(group, "lookalike audiences", true);
                        T result = works.get(each).on(spark, done.get(each)::accumulate);
                        done.get(each).accumulate(1);
                        return result;
                    }))
                    .toList();
            try {
                return results.stream()
                        .map(result -> await(result, () -> progress.accept(mean(done))))
                        .toList();
            } catch (RuntimeException | Error e) {
                threads.shutdownNow();
                end(group);
                throw e;
            }
        }
    }

    private static double mean(List<DoubleAccumulator> done) {
        return done.stream().mapToDouble(DoubleAccumulator::get).average().orElse(1);
    }

    private static <T> T await(Future<T> result, Runnable report) {
        while (true) {
            report.run();
            try {
                return result.get(MILLIS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // it is reported again
            } catch (ExecutionException e) {
                throw new IllegalStateException("Spark could not do its work", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while Spark worked", e);
            }
        }
    }

    private synchronized SparkSession session() {
        SparkSession open = session.filter(it -> !it.sparkContext().isStopped()).orElseGet(this::connect);
        session = Optional.of(open);
        return open;
    }

    private synchronized void end(String group) {
        session.ifPresent(open -> open.sparkContext().cancelJobGroupAndFutureJobs(group));
    }

    private SparkSession connect() {
        var settings = new SparkConf()
                .setMaster(master)
                .setAppName("Entrepot: lookalike audiences")
                .setIfMissing("spark.ui.enabled", "false")
                // What comes back is kept here in any case.
                .setIfMissing("spark.driver.maxResultSize", "0");
        if (THIS_PROCESS.matcher(master).matches()) {
            // It listens even so, and would do what anybody asked of it.
            settings.setIfMissing("spark.authenticate", "true")
                    .setIfMissing("spark.driver.host", LOOPBACK)
                    .setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        // What executors run of ours names types of both modules.
        String[] jars = Stream.of(Cluster.class, Engine.class)
                .map(JavaSparkContext::jarOfClass)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        SparkSession made =
                SparkSession.builder().config(settings.setJars(jars)).getOrCreate();
        LOG.info("Connected to Spark {} at {}", made.version(), master);
        return made;
    }

    @Override
    public synchronized void close() {
        session.ifPresent(SparkSession::stop);
        session = Optional.empty();
    }
}
