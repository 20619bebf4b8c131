package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** An engine is named by whoever starts the server, and that name is often mistyped. */
class EngineTest {
    @Test
    void thisProcessIsAnEngine() {
        assertThat(Engine.of("local")).isSameAs(Engine.LOCAL);
    }

    @Test
    void anEngineWhoseModuleIsNotHereIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.of("spark=local[2]"))
                .withMessage("There is no engine 'spark' here");
    }
}
