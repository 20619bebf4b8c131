package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An engine that weighs much comes in a module of its own, which is mostly not here. */
class EngineTest {
    @Test
    void anEngineWhoseModuleIsNotHereIsNotFound() {
        assertThat(Engine.module("spark")).isEmpty();
    }
}
