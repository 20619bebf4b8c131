package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import java.util.List;
import java.util.Optional;
import dev.entrepot.wire.schema.RegularExpression;
import org.jspecify.annotations.Nullable;

/**
 * One value that breaks one constraint.
 *
 * @param path from the input down to the value
 * @param parent the structure that the member is part of, or that its list or map is part of
 * @param member the member whose constraint is broken
 */
public record Violation(
        List<Step> path,
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

    /** One step of a path. */
    public sealed interface Step {
        /** To a member of a structure or union. */
        record MemberName(String name) implements Step {}

        /** @param index from zero */
        record Index(int index) implements Step {}

        /** To the value of a map's entry. */
        record ValueOf(String key) implements Step {}

        /** To the key of a map's entry itself. */
        record Key(String key) implements Step {}
    }

    /** Which constraint is broken. */
    public sealed interface Broken {
        /** The value is required and missing. */
        record Required() implements Broken {}

        /** @param actual the length found */
        record Length(long actual, Constraints.Length allowed) implements Broken {}

        record Range(Constraints.Range allowed) implements Broken {}

        record Regex(RegularExpression pattern) implements Broken {}

        record EnumSet(List<String> visible) implements Broken {}

        record Unique() implements Broken {}
    }
}
