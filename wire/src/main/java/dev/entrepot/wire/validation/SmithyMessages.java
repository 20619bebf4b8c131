package dev.entrepot.wire.validation;

import dev.entrepot.wire.validation.Violation.Broken;
import dev.entrepot.wire.validation.Violation.Step;
import java.util.List;
import java.util.stream.Collectors;

/** The wording of {@code smithy.framework#ValidationException}, which names each field by a JSON pointer. */
public final class SmithyMessages {
    private SmithyMessages() {}

    /** An entry of {@code fieldList}. */
    public record Field(String path, String message) {}

    /** One message for all violations of a request. */
    public static String of(List<Violation> violations) {
        String count = violations.size() == 1
                ? "1 validation error detected. "
                : violations.size() + " validation errors detected. ";
        return violations.stream().map(SmithyMessages::message).collect(Collectors.joining("; ", count, ""));
    }

    public static List<Field> fields(List<Violation> violations) {
        return violations.stream()
                .map(each -> new Field(path(each), message(each)))
                .toList();
    }

    private static String message(Violation violation) {
        String length = violation.broken() instanceof Broken.Length broken ? " with length " + broken.actual() : "";
        return "Value" + length + " at '" + path(violation) + "' failed to satisfy constraint: Member must "
                + rule(violation.broken());
    }

    private static String rule(Broken broken) {
        return broken instanceof Broken.Range(var allowed) ? "be " + Bounds.of(allowed) : CoralMessages.rule(broken);
    }

    /** A key is reported at its map. */
    private static String path(Violation violation) {
        var path = new StringBuilder();
        for (Step step : violation.path()) {
            switch (step) {
                case Step.MemberName(String name) -> path.append('/').append(escaped(name));
                case Step.Index(int index) -> path.append('/').append(index);
                case Step.ValueOf(String key) -> path.append('/').append(escaped(key));
                case Step.Key key -> {}
            }
        }
        return path.toString();
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
