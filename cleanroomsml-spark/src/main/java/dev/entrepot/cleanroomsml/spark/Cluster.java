package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The connection to Spark, made when it is first needed. System properties {@code spark.…} are its settings. */
final class Cluster implements AutoCloseable {
    private static final long SECONDS_BETWEEN_REPORTS = 1;

    private final String master;
    private Optional<SparkSession> session = Optional.empty();

    Cluster(String master) {
        this.master = master;
    }

    synchronized SparkSession session() {
        SparkSession open = session.filter(it -> !it.sparkContext().isStopped()).orElseGet(this::connect);
        session = Optional.of(open);
        return open;
    }

    private SparkSession connect() {
        var settings = new SparkConf()
                .setMaster(master)
                .setAppName("Entrepot: lookalike audiences")
                .setIfMissing("spark.ui.enabled", "false");
        // What executors run of ours names types of both modules.
        String[] jars = Stream.of(Cluster.class, Engine.class)
                .map(JavaSparkContext::jarOfClass)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return SparkSession.builder().config(settings.setJars(jars)).getOrCreate();
    }

    /** Lets a thread of its own work, and tells the caller's that it still does; what that throws ends the work. */
    <T> T call(Function<SparkSession, T> work, DoubleConsumer progress) {
        SparkSession spark = session();
        String group = UUID.randomUUID().toString();
        Callable<T> grouped = () -> {
            spark.sparkContext().setJobGroup(group, "lookalike model", false);
            return work.apply(spark);
        };
        var task = new FutureTask<>(grouped);
        Thread.ofPlatform().name("spark-work").daemon().start(task);
        try {
            T result = await(task, progress);
            progress.accept(1);
            return result;
        } finally {
            if (!task.isDone()) {
                task.cancel(true);
                spark.sparkContext().cancelJobGroup(group);
            }
        }
    }

    private static <T> T await(FutureTask<T> task, DoubleConsumer progress) {
        while (true) {
            try {
                return task.get(SECONDS_BETWEEN_REPORTS, TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                progress.accept(0);
            } catch (ExecutionException e) {
                throw new IllegalStateException("Spark could not do its work", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while Spark worked", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        session.ifPresent(SparkSession::stop);
        session = Optional.empty();
    }
}
