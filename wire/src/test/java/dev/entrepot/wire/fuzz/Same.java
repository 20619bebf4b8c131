package dev.entrepot.wire.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one assertion that is made a million times, thus without a library's overhead. */
final class Same {
    private Same() {}

    static void require(@Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("expected: " + expected + "\n but was: " + actual);
        }
    }
}
