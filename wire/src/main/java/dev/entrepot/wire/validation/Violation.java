package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value that breaks one constraint.
 *
 * @param path member names, zero-based list indices ({@link Integer}) and {@link MapKey}s from the input down to the value
 * @param parent the structure that the member is part of, or the list's or map's
 * @param parent the structure that the member is part of, or that its list or map is part of
 * @param member the member whose constraint is broken
 */
public record Violation(
        List<Object> path,
        Struct parent,
        Member member,
        @Nullable Object rawValue,
        Broken broken) {
    public Violation {
        path = List.copyOf(path);
    }

    /** Empty when the value is missing. */
    public Optional<Object> value() {
        return Optional.ofNullable(rawValue);
    }

    /** A key on the path through a map. */
    public record MapKey(String key) {}

    /** Which constraint is broken. */
    public sealed interface Broken {
        /** The value is required and missing. */
        record Required() implements Broken {}

        /** @param actual the length found */
        record Length(long actual, Constraints.Length allowed) implements Broken {}

        record Range(Constraints.Range allowed) implements Broken {}

        record Regex(Pattern pattern) implements Broken {}

        record EnumSet(List<String> visible) implements Broken {}

        record Unique() implements Broken {}
    }
}
