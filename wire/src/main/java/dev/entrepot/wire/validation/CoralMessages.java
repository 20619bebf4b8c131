package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.validation.Violation.Broken;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wording of live AWS services (wire dossier, section 3.1). */
public final class CoralMessages {
    private CoralMessages() {}

    /** One message for all violations of a request. */
    public static String of(List<Violation> violations) {
        String count = violations.size() == 1
                ? "1 validation error detected: "
                : violations.size() + " validation errors detected: ";
        return violations.stream().map(CoralMessages::line).collect(Collectors.joining("; ", count, ""));
    }

    private static String line(Violation violation) {
        return "Value" + value(violation) + " at '" + path(violation.path())
                + "' failed to satisfy constraint: Member must " + rule(violation.broken());
    }

    private static String value(Violation violation) {
        if (violation.value().isEmpty()) {
            return " null";
        }
        return violation.member().sensitive() ? "" : " '" + violation.value().get() + "'";
    }

    /** {@code tags.1.member.key}: the first letter in lower case, list positions from 1. */
    private static String path(List<Object> steps) {
        var path = new StringBuilder();
        for (Object step : steps) {
            switch (step) {
                case Integer index -> path.append('.').append(index + 1).append(".member");
                case Violation.MapKey key -> path.append('.').append(key.key()).append(".member");
                default -> {
                    String name = step.toString();
                    path.append(path.isEmpty() ? "" : ".");
                    path.append(Character.toLowerCase(name.charAt(0))).append(name, 1, name.length());
                }
            }
        }
        return path.toString();
    }

    private static String rule(Broken broken) {
        return switch (broken) {
            case Broken.Required() -> "not be null";
            case Broken.Length(long actual, Constraints.Length(long min, long max)) ->
                "have length "
                        + bounds(
                                min == 0 ? null : BigDecimal.valueOf(min),
                                max == Long.MAX_VALUE ? null : BigDecimal.valueOf(max));
            case Broken.Range(Constraints.Range(var min, var max)) -> "have value " + bounds(min, max);
            case Broken.Regex(var pattern) -> "satisfy regular expression pattern: " + pattern.pattern();
            case Broken.EnumSet(var values) -> "satisfy enum value set: [" + String.join(", ", values) + "]";
            case Broken.Unique() -> "have unique values";
        };
    }

    private static String bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null) {
            return "between " + min.toPlainString() + " and " + max.toPlainString() + ", inclusive";
        }
        return min != null
                ? "greater than or equal to " + min.toPlainString()
                : "less than or equal to " + (max == null ? "any" : max.toPlainString());
    }
}
