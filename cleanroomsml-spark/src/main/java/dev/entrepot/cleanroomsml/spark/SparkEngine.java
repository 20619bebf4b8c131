package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.function.DoubleConsumer;

/** MLlib's factorisation and regression. The same problems as the local engine's, solved by other steps, so results are alike, not equal. */
final class SparkEngine implements Engine {
    private final Cluster cluster;

    SparkEngine(String master) {
        cluster = new Cluster(master);
    }

    @Override
    public float[] tastes(Rows met, Factors factors, DoubleConsumer progress) {
        return cluster.call(spark -> Tastes.of(spark, met, factors), progress);
    }

    @Override
    public double[] weights(Rows seeds, Rows others, double cost) {
        return Regression.weights(cluster.session(), seeds, others, cost);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
