package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.validation.Violation.Broken;
import dev.entrepot.wire.validation.Violation.Step;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks decoded input once and collects what breaks the contract; of hopeless input the first hundred violations. */
public final class Validator {
    private static final int MAX_VIOLATIONS = 100;

    private final List<Found> found = new ArrayList<>();

    /** A violation whose path grows from its end while the walk returns, so that valid input costs no path. */
    private record Found(
            List<Step> reversedPath,
            Struct parent,
            Member member,
            @Nullable Object value,
            Broken broken) {
        Violation violation() {
            return new Violation(reversedPath.reversed(), parent, member, value, broken);
        }
    }

    private Validator() {}

    /** The violations in the order of the members; empty when the input is valid. */
    public static List<Violation> check(Struct input) {
        var validator = new Validator();
        validator.members(input);
        return validator.found.isEmpty()
                ? List.of()
                : validator.found.stream().map(Found::violation).toList();
    }

    private void members(Struct struct) {
        for (Member member : struct.schema().members()) {
            int before = found.size();
            value(struct, member, struct.get(member.index()));
            if (found.size() > before) {
                under(new Step.MemberName(member.name()), before);
            }
        }
    }

    private void under(Step step, int before) {
        found.subList(before, found.size()).forEach(each -> each.reversedPath.add(step));
    }

    private void value(Struct parent, Member member, @Nullable Object value) {
        if (value == null) {
            if (member.required()) {
                add(parent, member, null, new Broken.Required());
            }
        } else {
            constraints(parent, member, value);
            parts(parent, member, value);
        }
    }

    private void parts(Struct parent, Member member, Object value) {
        switch (member.type()) {
            case STRUCTURE, UNION -> members((Struct) value);
            case LIST -> elements(parent, ((ListSchema) member.target()).member(), (List<?>) value);
            case MAP -> entries(parent, (MapSchema) member.target(), (Map<?, ?>) value);
            case ENUM -> oneOf(parent, (EnumSchema) member.target(), member, value);
            case INT_ENUM -> oneOf(parent, (EnumSchema) member.target(), member, value.toString());
            default -> {}
        }
    }

    private void elements(Struct parent, Member element, List<?> list) {
        int index = 0;
        for (Object each : list) {
            int before = found.size();
            value(parent, element, each);
            if (found.size() > before) {
                under(new Step.Index(index), before);
            }
            index++;
        }
    }

    private void entries(Struct parent, MapSchema schema, Map<?, ?> map) {
        map.forEach((key, each) -> {
            int before = found.size();
            value(parent, schema.key(), key);
            if (found.size() > before) {
                under(new Step.Key((String) key), before);
            }
            int between = found.size();
            value(parent, schema.value(), each);
            if (found.size() > between) {
                under(new Step.ValueOf((String) key), between);
            }
        });
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
        if (pattern != null && !PatternSearch.finds(pattern, (String) value)) {
            add(parent, member, value, new Broken.Regex(pattern));
        }
        if (constraints.uniqueItems() && !UniqueItems.areUnique((List<?>) value)) {
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
        if (value instanceof Double number && !Double.isFinite(number)
                || value instanceof Float narrow && !Float.isFinite(narrow)) {
            return false;
        }
        var number = value instanceof Integer narrow ? BigDecimal.valueOf(narrow) : new BigDecimal(value.toString());
        return (range.min() == null || number.compareTo(range.min()) >= 0)
                && (range.max() == null || number.compareTo(range.max()) <= 0);
    }

    private void add(Struct parent, Member member, @Nullable Object value, Broken broken) {
        if (found.size() < MAX_VIOLATIONS) {
            found.add(new Found(new ArrayList<>(4), parent, member, value, broken));
        }
    }
}
