package dev.entrepot.wire.validation;

import dev.entrepot.wire.validation.Violation.Broken;
import dev.entrepot.wire.validation.Violation.Step;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wording of live AWS services (wire dossier, section 3.1). */
public final class CoralMessages {
    /** A megabyte sent in error is not sent back. */
    private static final int MAX_VALUE = 1_024;

    private CoralMessages() {}

    /** One message for all violations of a request. */
    public static String of(List<Violation> violations) {
        return joined(violations, each -> line(value(each), each.path(), "Member must " + rule(each.broken())));
    }

    /** The wording of services that never repeat a value, and that say of a list what is wrong with its elements. */
    public static String withoutValues(List<Violation> violations) {
        return joined(violations, each -> {
            String rule = "Member must " + rule(each.broken());
            List<Step> path = each.path();
            return path.getLast() instanceof Step.Index
                    ? line("", path.subList(0, path.size() - 1), "Member must satisfy constraint: [" + rule + "]")
                    : line("", path, rule);
        });
    }

    private static String joined(List<Violation> violations, Function<Violation, String> line) {
        String count = violations.size() == 1
                ? "1 validation error detected: "
                : violations.size() + " validation errors detected: ";
        return violations.stream().map(line).collect(Collectors.joining("; ", count, ""));
    }

    private static String line(String value, List<Step> path, String rule) {
        return "Value" + value + " at '" + path(path) + "' failed to satisfy constraint: " + rule;
    }

    private static String value(Violation violation) {
        if (violation.value().isEmpty()) {
            return " null";
        }
        if (violation.member().sensitive()) {
            return "";
        }
        String value = violation.value().get().toString();
        return " '" + (value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "...") + "'";
    }

    /** {@code tags.1.member.key}: the first letter in lower case, list positions from 1. */
    private static String path(List<Step> steps) {
        var path = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.MemberName(String name) -> {
                    path.append(path.isEmpty() ? "" : ".");
                    path.append(Character.toLowerCase(name.charAt(0))).append(name, 1, name.length());
                }
                case Step.Index(int index) -> path.append('.').append(index + 1).append(".member");
                case Step.ValueOf(String key) -> path.append('.').append(key).append(".member");
                case Step.Key(String key) -> path.append('.').append(key).append(".key");
            }
        }
        return path.toString();
    }

    /** What comes after {@code Member must}. */
    static String rule(Broken broken) {
        return switch (broken) {
            case Broken.Required() -> "not be null";
            case Broken.Length length -> "have length " + Bounds.of(length.allowed());
            case Broken.Range(var allowed) -> "have value " + Bounds.of(allowed);
            case Broken.Regex(var pattern) -> "satisfy regular expression pattern: " + pattern.text();
            case Broken.EnumSet(var values) -> "satisfy enum value set: [" + String.join(", ", values) + "]";
            case Broken.Unique() -> "have unique values";
        };
    }
}
