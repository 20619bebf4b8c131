package dev.entrepot.wire.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The constraint traits in force on a member, its own or its target's.
 *
 * @param length code points of a string, bytes of a blob, entries of a list or map
 * @param pattern unanchored, as in Smithy: it must be found somewhere in the text
 */
public record Constraints(
        @Nullable Length length,
        @Nullable Range range,
        @Nullable RegularExpression pattern,
        boolean uniqueItems) {
    public static final Constraints NONE = new Constraints(null, null, null, false);

    /** Inclusive bounds; {@link Long#MAX_VALUE} and 0 stand for none. */
    public record Length(long min, long max) {}

    /** Inclusive bounds; null stands for none. */
    public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {}
}
