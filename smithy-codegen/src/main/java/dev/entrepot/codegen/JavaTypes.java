package dev.entrepot.codegen;

import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.UnitTypeTrait;

/** The Java types that carry shapes, as {@code ShapeType} of the wire lists them. */
record JavaTypes(Contract contract) {
    private static final Map<ShapeType, String> BOXED = Map.ofEntries(
            Map.entry(ShapeType.BOOLEAN, "java.lang.Boolean"),
            Map.entry(ShapeType.BYTE, "java.lang.Byte"),
            Map.entry(ShapeType.SHORT, "java.lang.Short"),
            Map.entry(ShapeType.INTEGER, "java.lang.Integer"),
            Map.entry(ShapeType.INT_ENUM, "java.lang.Integer"),
            Map.entry(ShapeType.LONG, "java.lang.Long"),
            Map.entry(ShapeType.FLOAT, "java.lang.Float"),
            Map.entry(ShapeType.DOUBLE, "java.lang.Double"),
            Map.entry(ShapeType.BIG_INTEGER, "java.math.BigInteger"),
            Map.entry(ShapeType.BIG_DECIMAL, "java.math.BigDecimal"),
            Map.entry(ShapeType.STRING, "java.lang.String"),
            Map.entry(ShapeType.BLOB, "java.nio.ByteBuffer"),
            Map.entry(ShapeType.TIMESTAMP, "java.time.Instant"),
            Map.entry(ShapeType.DOCUMENT, "java.lang.Object"));

    private static final Map<ShapeType, String> PRIMITIVE = Map.of(
            ShapeType.BOOLEAN, "boolean",
            ShapeType.BYTE, "byte",
            ShapeType.SHORT, "short",
            ShapeType.INTEGER, "int",
            ShapeType.INT_ENUM, "int",
            ShapeType.LONG, "long",
            ShapeType.FLOAT, "float",
            ShapeType.DOUBLE, "double");

    boolean isPrimitive(Shape shape) {
        return PRIMITIVE.containsKey(shape.getType());
    }

    /** The type where a value is always there. */
    String bare(Shape shape, SourceFile file) {
        return isPrimitive(shape) ? PRIMITIVE.get(shape.getType()) : boxed(shape, file);
    }

    String boxed(Shape shape, SourceFile file) {
        return switch (shape) {
            case ListShape list ->
                file.ref("java.util.List") + "<" + element(list.getMember(), list.hasTrait(SparseTrait.class), file)
                        + ">";
            case MapShape map ->
                file.ref("java.util.Map") + "<" + file.ref("java.lang.String") + ", "
                        + element(map.getValue(), map.hasTrait(SparseTrait.class), file) + ">";
            case Shape unit when unit.hasTrait(UnitTypeTrait.class) -> file.schema("Unit");
            case Shape simple when BOXED.containsKey(simple.getType()) -> file.ref(BOXED.get(simple.getType()));
            default -> file.ref(contract.names().qualified(shape.getId()));
        };
    }

    private String element(MemberShape member, boolean sparse, SourceFile file) {
        String type = boxed(contract.target(member), file);
        return sparse ? file.nullable(type) : type;
    }

    /** The type of a record component. */
    String component(Field field, SourceFile file) {
        return field.always()
                ? bare(field.target(), file)
                : file.ref("java.util.Optional") + "<" + boxed(field.target(), file) + ">";
    }

    /** Whether values of this shape are decoded as what they are, without parts to finish. */
    static boolean isPlain(Shape shape) {
        return BOXED.containsKey(shape.getType());
    }

    static List<String> documentation(Shape shape) {
        return shape.getTrait(DocumentationTrait.class).stream()
                .map(DocumentationTrait::getValue)
                .toList();
    }
}
