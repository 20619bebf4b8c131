package dev.entrepot.codegen;

import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.SparseTrait;

/** The expressions that turn decoded values into finished ones, and finished ones into values that stay as they are. */
record ValueExpressions(Contract contract, JavaTypes types) {
    /** How a builder hands a member over, as {@code RecordBuilder} defines it. */
    String finished(Field field, SourceFile file) {
        String finishing = finishing(field.target(), file);
        return (field.always() ? "required(" : "optional(") + field.index()
                + (finishing.isEmpty() ? "" : ", " + finishing) + ")";
    }

    /** Collections of plain values need no finishing: the record copies them. */
    private String finishing(Shape shape, SourceFile file) {
        return switch (shape) {
            case ListShape list
            when !JavaTypes.isPlain(contract.target(list.getMember())) ->
                "list(" + elementFinishing(list.getMember(), file) + ")";
            case MapShape map
            when !JavaTypes.isPlain(contract.target(map.getValue())) ->
                "map(" + elementFinishing(map.getValue(), file) + ")";
            case Shape constants when constants.isEnumShape() -> "constant(" + types.boxed(constants, file) + "::of)";
            default -> "";
        };
    }

    /** Collections inside collections are not copied by records, so here they are finished in any case. */
    private String elementFinishing(MemberShape member, SourceFile file) {
        Shape target = contract.target(member);
        String finishing = finishing(target, file);
        if (!finishing.isEmpty()) {
            return finishing;
        }
        return target.isListShape() ? "list()" : target.isMapShape() ? "map()" : "";
    }

    /** The statement of a compact constructor that refuses null and keeps others from changing the value. */
    String guardStatement(Field field, SourceFile file) {
        return (copying(field.target(), file).isEmpty() ? "" : field.name() + " = ") + guarded(field, file) + ";";
    }

    String guarded(Field field, SourceFile file) {
        String copying = copying(field.target(), file);
        if (field.always() && types.isPrimitive(field.target())) {
            return field.name();
        }
        if (copying.isEmpty()) {
            return file.ref("java.util.Objects") + ".requireNonNull(" + field.name() + ", "
                    + Literals.text(field.name()) + ")";
        }
        if (!field.always()) {
            return field.name() + ".map(" + copying + ")";
        }
        return field.target().isBlobShape()
                ? field.name() + ".asReadOnlyBuffer()"
                : copying.replace("::", ".") + "(" + field.name() + ")";
    }

    private static String copying(Shape shape, SourceFile file) {
        return switch (shape.getType()) {
            case LIST, SET ->
                shape.hasTrait(SparseTrait.class)
                        ? file.schema("Unmodifiable") + "::sparse"
                        : file.ref("java.util.List") + "::copyOf";
            case MAP -> file.schema("Unmodifiable") + "::map";
            case BLOB -> file.ref("java.nio.ByteBuffer") + "::asReadOnlyBuffer";
            default -> "";
        };
    }
}
