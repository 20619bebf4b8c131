package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Constraints;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Allowed lengths and ranges in the words of both dialects. */
final class Bounds {
    private Bounds() {}

    static String of(Constraints.Range range) {
        return between(text(range.min()), text(range.max()));
    }

    static String of(Constraints.Length length) {
        return between(
                length.min() == 0 ? null : Long.toString(length.min()),
                length.max() == Long.MAX_VALUE ? null : Long.toString(length.max()));
    }

    private static @Nullable String text(@Nullable BigDecimal bound) {
        return bound == null ? null : bound.toPlainString();
    }

    private static String between(@Nullable String min, @Nullable String max) {
        if (min != null && max != null) {
            return "between " + min + " and " + max + ", inclusive";
        }
        return min != null ? "greater than or equal to " + min : "less than or equal to " + max;
    }
}
