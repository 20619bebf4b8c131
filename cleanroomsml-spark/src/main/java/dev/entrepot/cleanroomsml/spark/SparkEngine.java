package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.Regression;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Factorisation on executors, regression by MLlib. */
final class SparkEngine implements Engine {
    private final Cluster cluster;

    SparkEngine(String master) {
        cluster = new Cluster(master);
    }

    @Override
    public float[] tastes(Rows met, Factors factors, DoubleConsumer progress) {
        List<Cluster.Work<float[]>> work = List.of((spark, done) ->
                Tastes.of(JavaSparkContext.fromSparkContext(spark.sparkContext()), met, factors, done));
        return cluster.call(work, progress).getFirst();
    }

    @Override
    public List<double[]> weights(List<Supplier<Regression>> regressions, DoubleConsumer progress) {
        return cluster.call(
                regressions.stream()
                        .<Cluster.Work<double[]>>map(
                                regression -> (spark, _) -> Regressions.weights(spark, regression.get()))
                        .toList(),
                progress);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
