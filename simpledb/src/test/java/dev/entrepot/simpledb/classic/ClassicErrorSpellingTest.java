package dev.entrepot.simpledb.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.Caller;
import org.junit.jupiter.api.Test;

/** Clients of this API know its own texts, not those that newer services have for the same failure. */
class ClassicErrorSpellingTest {
    @Test
    void whoMayNotIsToldOfTheResourceAlone() {
        var denied = new AccessDenied(new Caller("111122223333", "us-east-1", "AKIATEST"), "sdb:Select", "the-arn");
        var error = new ClassicErrorSpelling().accessDenied(denied);
        assertThat(error.code()).isEqualTo("AccessFailure");
        assertThat(error.message()).isEqualTo("Access to the resource the-arn is denied.");
    }
}
