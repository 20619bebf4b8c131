package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.EngineModule;
import java.util.regex.Pattern;

/** Makes the engine known as {@code spark}; its address is a master as Spark writes them. */
public final class SparkModule implements EngineModule {
    private static final Pattern MASTER =
            Pattern.compile("local|local\\[.+]|local-cluster\\[.+]|spark://.+|k8s://.+|yarn");

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(String address) {
        if (!MASTER.matcher(address).matches()) {
            throw new IllegalArgumentException("Spark knows no master '" + address
                    + "', but local[4], spark://host:7077, k8s://https://host or yarn");
        }
        return new SparkEngine(address);
    }
}
