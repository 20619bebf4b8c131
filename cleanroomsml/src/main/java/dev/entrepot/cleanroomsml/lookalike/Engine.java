package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.DoubleConsumer;

/**
 * Does what costs most of a model and of a ranking: in this process, or on the cluster of a module that is on the class path. All that
 * merely reads, weighs or sorts is not an engine's business. For several threads.
 */
public interface Engine extends AutoCloseable {
    /** In this process, on all its cores; the same result every time. */
    Engine LOCAL = new LocalEngine();

    /**
     * Implicit matrix factorisation: vectors of users whose products with vectors of items are near 1 where they met.
     *
     * @param met users by items; only which cells there are matters
     * @param progress is told in the caller's thread how much is done; what it throws ends the work
     * @return row after row, of any length
     */
    float[] tastes(Rows met, Factors factors, DoubleConsumer progress);

    /**
     * Logistic regression between seeds and others.
     *
     * @param seeds with the same columns as the others
     * @param cost what one seed counts beside small weights; all others together count as much as all seeds
     * @return of each column, the intercept's at the end; it alone may be large for nothing
     */
    double[] weights(Rows seeds, Rows others, double cost);

    /** Gives back what it holds outside this process. */
    @Override
    default void close() {}

    /**
     * The engine of a name.
     *
     * @param name {@code local}, or one that a module knows, perhaps with an address: {@code spark=spark://host:7077}
     * @throws IllegalArgumentException when no module knows it
     */
    static Engine of(String name) {
        if (name.equals("local")) {
            return LOCAL;
        }
        List<String> parts = List.of(name.split("=", 2));
        return ServiceLoader.load(EngineModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(module -> module.name().equals(parts.getFirst()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no engine '" + parts.getFirst() + "' here"))
                .open(parts.stream().skip(1).findFirst());
    }
}
