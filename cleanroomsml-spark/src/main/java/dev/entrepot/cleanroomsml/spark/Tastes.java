package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.ImplicitAls;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.function.DoubleConsumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Vectors of users by the local engine's own steps, on executors. MLlib's factorisation solves the same problem, but begins elsewhere and
 * cannot be told where: of the best tenth of users it shares as few with the local engine as that does with itself under another random seed.
 */
final class Tastes {
    private Tastes() {}

    static float[] of(JavaSparkContext spark, Rows met, Factors factors, DoubleConsumer progress) {
        float[] none = new float[Math.multiplyExact(met.size(), factors.width())];
        float[] first = ImplicitAls.items(met.columns(), factors);
        try (var users = new ClusterSide(spark, met, none, factors);
                var items = new ClusterSide(spark, met.transposed(), first, factors)) {
            ImplicitAls.alternate(users, items, progress);
            return users.vectors();
        }
    }
}
