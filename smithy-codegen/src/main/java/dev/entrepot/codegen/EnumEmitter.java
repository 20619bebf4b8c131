package dev.entrepot.codegen;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.IntEnumShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.EnumValueTrait;
import software.amazon.smithy.model.traits.InternalTrait;

/** An enum of texts becomes a Java enum; one of numbers stays Integer and gets a class of constants. */
record EnumEmitter(Contract contract) {
    SourceFile emit(EnumShape shape) {
        String name = contract.names().className(shape.getId());
        SourceFile file = Emitters.file(contract, shape.getId(), name);
        String text = file.ref("java.lang.String");
        Map<String, MemberShape> constants = constants(shape);
        file.doc(JavaTypes.documentation(shape))
                .open("public enum " + name + " implements " + file.schema("EnumValue"));
        int left = constants.size();
        for (var constant : constants.entrySet()) {
            file.doc(JavaTypes.documentation(constant.getValue()))
                    .line(constant.getKey() + "(" + Literals.text(value(constant.getValue())) + ")"
                            + (--left == 0 ? ";" : ","));
        }
        file.gap();
        schema(shape, file);
        file.gap()
                .line("private final " + text + " value;")
                .gap()
                .open(name + "(" + text + " value)")
                .line("this.value = value;")
                .close()
                .gap()
                .line("@" + file.ref("java.lang.Override"))
                .open("public " + text + " value()")
                .line("return value;")
                .close();
        of(name, constants, file);
        return file.close();
    }

    private static void of(String name, Map<String, MemberShape> constants, SourceFile file) {
        String exception = file.ref("java.lang.IllegalArgumentException");
        file.gap()
                .line("/// @throws IllegalArgumentException when no constant has this text on the wire")
                .open("public static " + name + " of(" + file.ref("java.lang.String") + " value)")
                .open("return switch (value)");
        constants.forEach(
                (constant, member) -> file.line("case " + Literals.text(value(member)) + " -> " + constant + ";"));
        file.line("default -> throw new " + exception + "(\"no " + name + ": \" + value);")
                .closeStatement()
                .close();
    }

    SourceFile emit(IntEnumShape shape) {
        String name = contract.names().className(shape.getId());
        SourceFile file = Emitters.file(contract, shape.getId(), name);
        file.doc(JavaTypes.documentation(shape)).open("public final class " + name);
        constants(shape)
                .forEach((constant, member) -> file.doc(JavaTypes.documentation(member))
                        .line("public static final int " + constant + " = " + value(member) + ";"));
        schema(shape, file);
        return file.gap().line("private " + name + "() {}").close();
    }

    private static void schema(Shape shape, SourceFile file) {
        String type = file.schema("EnumSchema");
        String start = "public static final " + type + " SCHEMA = ";
        String id = Literals.text(shape.getId().toString());
        List<String> values = texts(shape, true);
        List<String> visible = texts(shape, false);
        if (shape.isEnumShape() && values.equals(visible)) {
            file.line(start + type + ".of(" + id + ", " + String.join(", ", values) + ");");
            return;
        }
        String list = file.ref("java.util.List") + ".of(";
        file.list(
                start + "new " + type + "(",
                List.of(
                        id,
                        file.schema("ShapeType") + (shape.isIntEnumShape() ? ".INT_ENUM" : ".ENUM"),
                        list + String.join(", ", values) + ")",
                        list + String.join(", ", visible) + ")"),
                ");");
    }

    private static List<String> texts(Shape shape, boolean withInternal) {
        return shape.members().stream()
                .filter(member -> withInternal || !member.hasTrait(InternalTrait.class))
                .map(member -> Literals.text(value(member)))
                .toList();
    }

    private static Map<String, MemberShape> constants(Shape shape) {
        var used = new HashSet<String>();
        Map<String, MemberShape> constants = new LinkedHashMap<>();
        shape.members()
                .forEach(member ->
                        constants.put(JavaNames.unique(JavaNames.constant(member.getMemberName()), used), member));
        return constants;
    }

    private static String value(MemberShape member) {
        var value = member.expectTrait(EnumValueTrait.class);
        return value.getStringValue().orElseGet(() -> String.valueOf(value.expectIntValue()));
    }
}
