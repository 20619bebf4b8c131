package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.ErrorTrait;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Schema;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.IntEnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.EnumDefinition;
import software.amazon.smithy.model.traits.EnumTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.InternalTrait;
import software.amazon.smithy.model.traits.SparseTrait;

/** Makes of a Smithy model at run time the schemas that the generator makes of a contract at build time. */
@SuppressWarnings("deprecation") // the suite still has a string with the trait that came before enum shapes
final class SchemaFactory {
    private final Model model;
    private final MemberFacts facts;
    private final Map<ShapeId, Schema> schemas = new HashMap<>();

    SchemaFactory(Model model) {
        this.model = model;
        this.facts = new MemberFacts(model, this);
    }

    StructSchema struct(ShapeId id) {
        return (StructSchema) of(model.expectShape(id));
    }

    Schema of(Shape shape) {
        Schema known = schemas.get(shape.getId());
        if (known == null) {
            known = make(shape);
            schemas.put(shape.getId(), known);
        }
        return known;
    }

    private Schema make(Shape shape) {
        String id = shape.getId().toString();
        return switch (shape.getType()) {
            case BOOLEAN,
                    BYTE,
                    SHORT,
                    INTEGER,
                    LONG,
                    FLOAT,
                    DOUBLE,
                    BIG_INTEGER,
                    BIG_DECIMAL,
                    BLOB,
                    TIMESTAMP,
                    DOCUMENT ->
                new SimpleSchema(id, ShapeType.valueOf(shape.getType().name()));
            case STRING ->
                shape.getTrait(EnumTrait.class)
                        .map(values -> texts(id, values))
                        .orElse(new SimpleSchema(id, ShapeType.STRING));
            case ENUM -> texts(id, (EnumShape) shape);
            case INT_ENUM -> numbers(id, (IntEnumShape) shape);
            case LIST, SET -> list(id, (ListShape) shape);
            case MAP -> map(id, (MapShape) shape);
            case STRUCTURE, UNION -> struct(id, shape);
            default -> throw new IllegalStateException("No schema for " + shape);
        };
    }

    private Schema list(String id, ListShape shape) {
        Member.Builder member = facts.of(shape.getMember());
        return shape.hasTrait(SparseTrait.class) ? ListSchema.sparse(id, member) : ListSchema.of(id, member);
    }

    private Schema map(String id, MapShape shape) {
        Member.Builder key = facts.of(shape.getKey());
        Member.Builder value = facts.of(shape.getValue());
        return shape.hasTrait(SparseTrait.class) ? MapSchema.sparse(id, key, value) : MapSchema.of(id, key, value);
    }

    private static Schema texts(String id, EnumTrait trait) {
        return new EnumSchema(
                id,
                ShapeType.ENUM,
                trait.getEnumDefinitionValues(),
                trait.getValues().stream()
                        .filter(value -> !value.hasTag("internal"))
                        .map(EnumDefinition::getValue)
                        .toList());
    }

    private static Schema texts(String id, EnumShape shape) {
        List<String> visible = shape.members().stream()
                .filter(member -> !member.hasTrait(InternalTrait.class))
                .map(member -> shape.getEnumValues().get(member.getMemberName()))
                .toList();
        return new EnumSchema(
                id, ShapeType.ENUM, List.copyOf(shape.getEnumValues().values()), visible);
    }

    private static Schema numbers(String id, IntEnumShape shape) {
        List<String> values =
                shape.getEnumValues().values().stream().map(String::valueOf).toList();
        return new EnumSchema(id, ShapeType.INT_ENUM, values, values);
    }

    private StructSchema struct(String id, Shape shape) {
        Member.Builder[] members = shape.members().stream().map(facts::of).toArray(Member.Builder[]::new);
        if (shape.isUnionShape()) {
            return DynamicStruct.schema(builder -> StructSchema.union(id, builder, members));
        }
        return shape.getTrait(software.amazon.smithy.model.traits.ErrorTrait.class)
                .map(fault ->
                        DynamicStruct.schema(builder -> StructSchema.error(id, error(shape, fault), builder, members)))
                .orElseGet(() -> DynamicStruct.schema(builder -> StructSchema.structure(id, builder, members)));
    }

    private static ErrorTrait error(Shape shape, software.amazon.smithy.model.traits.ErrorTrait error) {
        int status = shape.getTrait(HttpErrorTrait.class)
                .map(HttpErrorTrait::getCode)
                .orElse(error.getDefaultHttpStatusCode());
        return shape.getTrait(AwsQueryErrorTrait.class)
                .map(query ->
                        new ErrorTrait(error.isClientError(), status, query.getCode(), query.getHttpResponseCode()))
                .orElse(ErrorTrait.of(
                        error.isClientError(), status, shape.getId().getName()));
    }
}
