package dev.entrepot.cleanroomsml.lookalike;

/** What a module with an engine names to {@link java.util.ServiceLoader}. */
public interface EngineModule {
    String name();

    /**
     * Connects nowhere before there is work.
     *
     * @param address where the engine is
     * @throws IllegalArgumentException when it cannot be one
     */
    Engine open(String address);
}
