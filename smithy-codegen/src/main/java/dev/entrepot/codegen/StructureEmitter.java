package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** A structure becomes a record, its members the components. */
record StructureEmitter(Contract contract, JavaTypes types, ValueExpressions values) {
    SourceFile emit(StructureShape shape) {
        String name = contract.names().className(shape.getId());
        SourceFile file = Emitters.file(contract, shape.getId(), name);
        file.nests("Builder");
        List<Field> fields = Field.of(shape, contract);
        List<String> doc = new ArrayList<>(JavaTypes.documentation(shape));
        List<String> parameters = fields.stream()
                .flatMap(field -> JavaTypes.documentation(field.member()).stream()
                        .map(text -> "@param " + field.name() + " " + text))
                .toList();
        if (!doc.isEmpty() && !parameters.isEmpty()) {
            doc.add("\n");
        }
        doc.addAll(parameters);
        file.doc(doc);
        List<String> components = fields.stream()
                .map(field -> types.component(field, file) + " " + field.name())
                .toList();
        file.openList("public record " + name + "(", components, ") implements " + file.schema("Struct"));
        schema(shape, file);
        constructor(name, fields, file);
        blobs(fields, file);
        accessors(name, fields, file);
        if (fields.stream().anyMatch(Field::sensitive)) {
            masked(name, fields, file);
        }
        new BuilderEmitter(types, values).emit(name, fields, file);
        return file.close();
    }

    private void schema(StructureShape shape, SourceFile file) {
        List<String> arguments =
                new ArrayList<>(List.of(Literals.text(shape.getId().toString()), "Builder::new"));
        arguments.addAll(new SchemaExpressions(contract).members(shape, file));
        String type = file.schema("StructSchema");
        file.list(
                "public static final " + type + " SCHEMA = " + type + ".structure(",
                arguments,
                ")" + xml(shape, file) + ";");
    }

    private static String xml(StructureShape shape, SourceFile file) {
        if (!shape.hasTrait(XmlNameTrait.class) && !shape.hasTrait(XmlNamespaceTrait.class)) {
            return "";
        }
        String element = shape.getTrait(XmlNameTrait.class)
                .map(XmlNameTrait::getValue)
                .orElse(shape.getId().getName());
        var namespace = shape.getTrait(XmlNamespaceTrait.class);
        return ".withXml(new " + file.schema("XmlNames") + "(" + Literals.text(element) + ", "
                + Literals.text(namespace.map(XmlNamespaceTrait::getUri).orElse("")) + ", "
                + Literals.text(namespace.flatMap(XmlNamespaceTrait::getPrefix).orElse("")) + "))";
    }

    private void constructor(String name, List<Field> fields, SourceFile file) {
        List<Field> references = fields.stream()
                .filter(field -> !field.always() || !types.isPrimitive(field.target()))
                .toList();
        if (references.isEmpty()) {
            return;
        }
        file.gap().open("public " + name);
        references.forEach(field -> file.line(values.guardStatement(field, file)));
        file.close();
    }

    /** A buffer's position moves with reading, so each reader gets its own. */
    static void blobs(List<Field> fields, SourceFile file) {
        fields.stream().filter(field -> field.target().isBlobShape()).forEach(field -> {
            String buffer = file.ref("java.nio.ByteBuffer");
            String type = field.always() ? buffer : file.ref("java.util.Optional") + "<" + buffer + ">";
            file.gap().line("@" + file.ref("java.lang.Override"));
            file.open("public " + type + " " + field.name() + "()")
                    .line("return " + field.name()
                            + (field.always() ? ".duplicate();" : ".map(" + buffer + "::duplicate);"))
                    .close();
        });
    }

    private static void accessors(String name, List<Field> fields, SourceFile file) {
        String override = "@" + file.ref("java.lang.Override");
        file.gap()
                .line(override)
                .open("public " + file.schema("StructSchema") + " schema()")
                .line("return SCHEMA;")
                .close();
        get(fields, file);
        file.gap()
                .open("public static Builder builder()")
                .line("return new Builder();")
                .close();
    }

    static void get(List<Field> fields, SourceFile file) {
        String missing = "throw new " + file.ref("java.lang.IndexOutOfBoundsException") + "(member);";
        file.gap()
                .line("@" + file.ref("java.lang.Override"))
                .open("public " + file.nullable(file.ref("java.lang.Object")) + " get(int member)");
        if (fields.isEmpty()) {
            file.line(missing).close();
            return;
        }
        file.open("return switch (member)");
        for (Field field : fields) {
            String accessor = field.name() + (field.target().isBlobShape() ? "()" : "");
            file.line("case " + field.index() + " -> " + accessor + (field.always() ? ";" : ".orElse(null);"));
        }
        file.line("default -> " + missing);
        file.closeStatement().close();
    }

    private static void masked(String name, List<Field> fields, SourceFile file) {
        String parts = fields.stream()
                .map(field -> field.name() + "=" + (field.sensitive() ? "***" : "\" + " + field.name() + " + \""))
                .collect(Collectors.joining(", "));
        file.gap()
                .line("@" + file.ref("java.lang.Override"))
                .open("public " + file.ref("java.lang.String") + " toString()")
                .line("return \"" + name + "[" + parts + "]\";")
                .close();
    }
}
