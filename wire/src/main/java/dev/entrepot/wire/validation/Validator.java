package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.validation.Violation.Broken;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks decoded input once and collects what breaks the contract. */
public final class Validator {
    private final List<Violation> violations = new ArrayList<>();
    private final ArrayDeque<Object> path = new ArrayDeque<>();

    private Validator() {}

    /** Every violation, in the order of the members; empty when the input is valid. */
    public static List<Violation> check(Struct input) {
        var validator = new Validator();
        validator.members(input);
        return validator.violations;
    }

    private void members(Struct struct) {
        for (Member member : struct.schema().members()) {
            at(member.name(), struct, member, struct.get(member.index()));
        }
    }

    private void at(Object step, Struct parent, Member member, @Nullable Object value) {
        path.addLast(step);
        if (value == null) {
            if (member.required()) {
                add(parent, member, null, new Broken.Required());
            }
        } else {
            constraints(parent, member, value);
            parts(parent, member, value);
        }
        path.removeLast();
    }

    private void parts(Struct parent, Member member, Object value) {
        switch (member.type()) {
            case STRUCTURE, UNION -> members((Struct) value);
            case LIST -> {
                Member element = ((ListSchema) member.target()).member();
                int index = 0;
                for (Object each : (List<?>) value) {
                    at(index++, parent, element, each);
                }
            }
            case MAP -> {
                MapSchema schema = (MapSchema) member.target();
                ((Map<?, ?>) value).forEach((key, each) -> {
                    at(new Violation.MapKey((String) key), parent, schema.key(), key);
                    at(new Violation.MapKey((String) key), parent, schema.value(), each);
                });
            }
            case ENUM -> oneOf(parent, (EnumSchema) member.target(), member, value);
            case INT_ENUM -> oneOf(parent, (EnumSchema) member.target(), member, value.toString());
            default -> {}
        }
    }

    private void oneOf(Struct parent, EnumSchema schema, Member member, Object value) {
        if (value instanceof String text && !schema.values().contains(text)) {
            add(parent, member, value, new Broken.EnumSet(schema.visible()));
        }
    }

    private void constraints(Struct parent, Member member, Object value) {
        Constraints constraints = member.constraints();
        if (constraints == Constraints.NONE) {
            return;
        }
        var length = constraints.length();
        if (length != null) {
            long actual = lengthOf(value);
            if (actual < length.min() || actual > length.max()) {
                add(parent, member, value, new Broken.Length(actual, length));
                return; // the pattern is tried on texts of bounded length only
            }
        }
        var range = constraints.range();
        if (range != null && !within(range, value)) {
            add(parent, member, value, new Broken.Range(range));
        }
        var pattern = constraints.pattern();
        if (pattern != null && !pattern.matcher((String) value).find()) {
            add(parent, member, value, new Broken.Regex(pattern));
        }
        if (constraints.uniqueItems() && new HashSet<>((List<?>) value).size() < ((List<?>) value).size()) {
            add(parent, member, value, new Broken.Unique());
        }
    }

    private static long lengthOf(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case ByteBuffer blob -> blob.remaining();
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            default -> throw new IllegalStateException("No length: " + value.getClass());
        };
    }

    private static boolean within(Constraints.Range range, Object value) {
        var number = new BigDecimal(value.toString());
        return (range.min() == null || number.compareTo(range.min()) >= 0)
                && (range.max() == null || number.compareTo(range.max()) <= 0);
    }

    private void add(Struct parent, Member member, @Nullable Object value, Broken broken) {
        violations.add(new Violation(List.copyOf(path), parent, member, value, broken));
    }
}
