package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.EngineModule;
import java.util.Optional;

/** Makes the engine known as {@code spark}, or {@code spark=MASTER} with a master as Spark writes them. */
public final class SparkModule implements EngineModule {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(Optional<String> address) {
        return new SparkEngine(address.orElse("local[*]"));
    }
}
