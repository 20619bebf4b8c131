package dev.entrepot.codegen;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.RequiredTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.Trait;
import software.amazon.smithy.model.traits.UniqueItemsTrait;
import software.amazon.smithy.model.traits.UnitTypeTrait;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** The expressions that rebuild members and their facts as schemas at run time. Traits of a member win over its target's. */
record SchemaExpressions(Contract contract) {
    List<String> members(Shape container, SourceFile file) {
        return container.members().stream()
                .map(member -> member(member, container, file))
                .toList();
    }

    String member(MemberShape member, Shape container, SourceFile file) {
        var call = new StringBuilder(file.schema("Member") + ".of(" + Literals.text(member.getMemberName()) + ", "
                + target(contract.target(member), container, file) + ")");
        facts(member, file).forEach(fact -> call.append('.').append(fact));
        return call.toString();
    }

    /** Asked for late where a shape may lead back to itself; Schemas holds collections and asks late for all but simple ones. */
    private String target(Shape target, Shape container, SourceFile file) {
        String schema = schema(target, file);
        boolean simple = schema.startsWith(file.schema("SimpleSchema") + ".");
        boolean fromCollection = container.isListShape() || container.isMapShape();
        boolean toStructure = target.isStructureShape() || target.isUnionShape();
        boolean late = fromCollection ? !simple : toStructure && contract.reaches(target, container);
        return late ? "() -> " + schema : schema;
    }

    private String schema(Shape target, SourceFile file) {
        return switch (target.getType()) {
            case STRUCTURE, UNION, ENUM, INT_ENUM ->
                target.hasTrait(UnitTypeTrait.class)
                        ? file.schema("Unit") + ".SCHEMA"
                        : file.ref(contract.names().qualified(target.getId())) + ".SCHEMA";
            case LIST, SET, MAP ->
                file.ref(contract.names().packageOf(target.getId()) + ".Schemas") + "."
                        + JavaNames.constant(target.getId().getName());
            default ->
                file.schema("SimpleSchema") + "."
                        + JavaNames.constant(
                                target.getType().getShapeClass().getSimpleName().replace("Shape", ""));
        };
    }

    private Stream<String> facts(MemberShape member, SourceFile file) {
        return Stream.of(constraints(member, file), values(member, file), names(member), bindings(member, file))
                .flatMap(facts -> facts);
    }

    private Stream<String> constraints(MemberShape member, SourceFile file) {
        return Stream.of(
                        fact(member, RequiredTrait.class, required -> "required()"),
                        fact(
                                member,
                                LengthTrait.class,
                                length -> "length(" + length.getMin().orElse(0L) + ", "
                                        + length.getMax()
                                                .map(String::valueOf)
                                                .orElse(file.ref("java.lang.Long") + ".MAX_VALUE")
                                        + ")"),
                        fact(
                                member,
                                RangeTrait.class,
                                range -> "range(" + bound(range.getMin(), file) + ", " + bound(range.getMax(), file)
                                        + ")"),
                        fact(
                                member,
                                PatternTrait.class,
                                pattern -> "pattern(" + Literals.text(javaRegex(pattern)) + ")"),
                        fact(member, UniqueItemsTrait.class, unique -> "uniqueItems()"),
                        fact(member, SensitiveTrait.class, sensitive -> "sensitive()"))
                .flatMap(facts -> facts);
    }

    private static String bound(Optional<BigDecimal> bound, SourceFile file) {
        return bound.map(value ->
                        "new " + file.ref("java.math.BigDecimal") + "(" + Literals.text(value.toString()) + ")")
                .orElse("null");
    }

    private static String javaRegex(PatternTrait pattern) {
        try {
            return Pattern.compile(pattern.getValue()).pattern();
        } catch (PatternSyntaxException e) {
            throw new ContractInvalid(
                    pattern.getSourceLocation() + ": Java cannot read the pattern: " + e.getMessage());
        }
    }

    private Stream<String> values(MemberShape member, SourceFile file) {
        Node value = Field.defaultOf(member, contract);
        Stream<String> defaults = value.isNullNode()
                ? Stream.of()
                : Stream.of("defaultValue(" + Literals.value(value, contract.target(member), file) + ")");
        return Stream.concat(
                defaults,
                Stream.concat(
                        fact(
                                member,
                                TimestampFormatTrait.class,
                                format -> "timestampFormat(" + file.schema("TimestampFormat") + "."
                                        + format.getFormat().name() + ")"),
                        fact(
                                member,
                                MediaTypeTrait.class,
                                type -> "mediaType(" + Literals.text(type.getValue()) + ")")));
    }

    /** Names and flattening belong to the member alone: on a target they speak of documents. */
    private static Stream<String> names(MemberShape member) {
        return Stream.of(
                        own(member, JsonNameTrait.class, name -> "jsonName(" + Literals.text(name.getValue()) + ")"),
                        own(member, XmlNameTrait.class, name -> "xmlName(" + Literals.text(name.getValue()) + ")"),
                        own(member, XmlFlattenedTrait.class, flattened -> "xmlFlattened()"),
                        own(member, XmlAttributeTrait.class, attribute -> "xmlAttribute()"),
                        own(
                                member,
                                XmlNamespaceTrait.class,
                                namespace -> "xmlNamespace("
                                        + Literals.text(
                                                (namespace.getPrefix().orElse("") + " " + namespace.getUri()).strip())
                                        + ")"))
                .flatMap(facts -> facts);
    }

    private static Stream<String> bindings(MemberShape member, SourceFile file) {
        return Stream.of(
                        own(member, HttpLabelTrait.class, label -> place("LABEL", member.getMemberName(), file)),
                        own(member, HttpQueryTrait.class, query -> place("QUERY", query.getValue(), file)),
                        own(member, HttpQueryParamsTrait.class, query -> place("QUERY_PARAMS", "", file)),
                        own(member, HttpHeaderTrait.class, header -> place("HEADER", header.getValue(), file)),
                        own(
                                member,
                                HttpPrefixHeadersTrait.class,
                                header -> place("PREFIX_HEADERS", header.getValue(), file)),
                        own(member, HttpPayloadTrait.class, payload -> place("PAYLOAD", "", file)),
                        own(member, HttpResponseCodeTrait.class, code -> place("RESPONSE_CODE", "", file)))
                .flatMap(facts -> facts);
    }

    private static String place(String place, String name, SourceFile file) {
        return "place(" + file.schema("HttpPlace") + "." + place + ", " + Literals.text(name) + ")";
    }

    private static <T extends Trait> Stream<String> own(MemberShape member, Class<T> trait, Function<T, String> spell) {
        return member.getTrait(trait).map(spell).stream();
    }

    private <T extends Trait> Stream<String> fact(MemberShape member, Class<T> trait, Function<T, String> spell) {
        return member.getMemberTrait(contract.model(), trait).map(spell).stream();
    }
}
