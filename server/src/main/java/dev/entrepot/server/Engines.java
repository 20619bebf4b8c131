package dev.entrepot.server;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.EngineModule;
import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.configuration.ModelEngine;
import dev.entrepot.server.configuration.Setting;

/** Finds the engine of lookalike models. */
final class Engines {
    private Engines() {}

    static Engine open(ModelEngine engine) {
        return switch (engine) {
            case ModelEngine.Local() -> Engine.LOCAL;
            case ModelEngine.Spark(String master) -> spark(master);
        };
    }

    private static Engine spark(String master) {
        EngineModule module = Engine.module("spark")
                .orElseThrow(() -> new InvalidConfiguration(
                        "Spark is not on the class path; start the server by its launcher, which builds and adds it: "
                                + "./entrepot serve " + Setting.ENGINE.option() + " spark"));
        try {
            return module.open(master);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfiguration(e.getMessage());
        }
    }
}
