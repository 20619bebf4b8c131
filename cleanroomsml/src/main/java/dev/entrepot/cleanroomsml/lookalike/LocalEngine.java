package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** This process. */
final class LocalEngine implements Engine {
    @Override
    public float[] tastes(Rows met, Factors factors, DoubleConsumer progress) {
        var users = new LocalSide(met, new float[Math.multiplyExact(met.size(), factors.width())], factors);
        var items = new LocalSide(met.transposed(), ImplicitAls.items(met.columns(), factors), factors);
        ImplicitAls.alternate(users, items, progress);
        return users.vectors();
    }

    @Override
    public List<double[]> weights(List<Supplier<Regression>> regressions, DoubleConsumer progress) {
        double[][] weights = new double[regressions.size()][];
        Parallel.forEach(
                weights.length,
                each -> weights[each] = regressions.get(each).get().weights());
        progress.accept(1);
        return List.of(weights);
    }
}
