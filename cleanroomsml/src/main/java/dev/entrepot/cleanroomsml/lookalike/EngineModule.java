package dev.entrepot.cleanroomsml.lookalike;

import java.util.Optional;

/** What a module with an engine names to {@link java.util.ServiceLoader}. */
public interface EngineModule {
    String name();

    /**
     * Connects nowhere before there is work.
     *
     * @param address where the engine is; empty: wherever it is by default
     * @throws IllegalArgumentException when it cannot be one
     */
    Engine open(Optional<String> address);
}
