package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.contract.ArchiveBooleanEmailAttribute;
import dev.entrepot.mailmanager.contract.ArchiveBooleanExpression;
import dev.entrepot.mailmanager.contract.ArchiveBooleanOperator;
import dev.entrepot.mailmanager.contract.ArchiveBooleanToEvaluate;
import dev.entrepot.mailmanager.contract.ArchiveFilterCondition;
import dev.entrepot.mailmanager.contract.ArchiveFilters;
import dev.entrepot.mailmanager.contract.ArchiveStringEmailAttribute;
import dev.entrepot.mailmanager.contract.ArchiveStringExpression;
import dev.entrepot.mailmanager.contract.ArchiveStringOperator;
import dev.entrepot.mailmanager.contract.ArchiveStringToEvaluate;
import dev.entrepot.mailmanager.selection.Condition.Contains;
import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A filter as it is kept with a job: all of {@code include} must hold, and none of {@code unless}. */
public record Filters(List<Condition> include, List<Condition> unless) {
    private static final JsonWriter JSON = new JsonWriter(JsonFlavour.RPC);
    static final Filters ALL = new Filters(List.of(), List.of());

    public Filters {
        include = List.copyOf(include);
        unless = List.copyOf(unless);
    }

    public static Filters of(ArchiveFilters filters) {
        return new Filters(
                conditions(filters.include().orElse(List.of())),
                conditions(filters.unless().orElse(List.of())));
    }

    private static List<Condition> conditions(List<ArchiveFilterCondition> conditions) {
        return conditions.stream().map(Filters::condition).toList();
    }

    private static Condition condition(ArchiveFilterCondition condition) {
        return switch (condition) {
            case ArchiveFilterCondition.StringExpression(var text) ->
                new Condition(Optional.of(new Contains(attribute(text.evaluate()), text.values())), Optional.empty());
            case ArchiveFilterCondition.BooleanExpression(var expression) ->
                new Condition(Optional.empty(), Optional.of(expression.operator() == ArchiveBooleanOperator.IS_TRUE));
        };
    }

    private static Attribute attribute(ArchiveStringToEvaluate evaluate) {
        return switch (evaluate) {
            case ArchiveStringToEvaluate.Attribute(ArchiveStringEmailAttribute attribute) ->
                Attribute.valueOf(attribute.name());
        };
    }

    /** As it was asked for. */
    public ArchiveFilters asked() {
        return ArchiveFilters.builder()
                .include(include.stream().map(Filters::asked).toList())
                .unless(unless.stream().map(Filters::asked).toList())
                .build();
    }

    /** As it was asked for, as a JSON object. */
    public String json() {
        return new String(JSON.writeStruct(asked(), member -> true, ""), StandardCharsets.UTF_8);
    }

    private static ArchiveFilterCondition asked(Condition condition) {
        return condition
                .contains()
                .<ArchiveFilterCondition>map(
                        contains -> new ArchiveFilterCondition.StringExpression(new ArchiveStringExpression(
                                new ArchiveStringToEvaluate.Attribute(ArchiveStringEmailAttribute.of(
                                        contains.attribute().name())),
                                ArchiveStringOperator.CONTAINS,
                                contains.values())))
                .orElseGet(() -> new ArchiveFilterCondition.BooleanExpression(new ArchiveBooleanExpression(
                        new ArchiveBooleanToEvaluate.Attribute(ArchiveBooleanEmailAttribute.HAS_ATTACHMENTS),
                        condition.attachments().orElseThrow()
                                ? ArchiveBooleanOperator.IS_TRUE
                                : ArchiveBooleanOperator.IS_FALSE)));
    }

    /** Whose mail is looked for stays out of logs. */
    @Override
    public String toString() {
        return "Filters[***]";
    }
}
