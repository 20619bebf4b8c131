package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * Does what costs most of a model and of a ranking: in this process, or on the cluster of a module that is on the class path. All that
 * merely reads, weighs or sorts is not an engine's business. For several threads.
 */
public interface Engine extends AutoCloseable {
    /** In this process, on all its cores; the same result every time. */
    Engine LOCAL = new LocalEngine();

    /**
     * Implicit matrix factorisation, see {@link ImplicitAls}: vectors of users whose products with vectors of items are near 1 where
     * they met. The same on every engine, to the last bit.
     *
     * @param met users by items; only which cells there are matters
     * @param progress is told in the caller's thread how much is done; what it throws ends the work
     * @return row after row, of any length
     */
    float[] tastes(Rows met, Factors factors, DoubleConsumer progress);

    /**
     * Solutions of regressions, as near to the one there is as an engine comes.
     *
     * @param regressions each made when its turn comes, for it is large
     * @param progress is told in the caller's thread how much is done; what it throws ends the work
     * @return of each regression: of each column, the intercept's at the end; it alone may be large for nothing
     */
    List<double[]> weights(List<Supplier<Regression>> regressions, DoubleConsumer progress);

    /** Gives back what it holds outside this process. */
    @Override
    default void close() {}

    /** The module of this name, if it is on the class path. */
    static Optional<EngineModule> module(String name) {
        return ServiceLoader.load(EngineModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(module -> module.name().equals(name))
                .findFirst();
    }
}
