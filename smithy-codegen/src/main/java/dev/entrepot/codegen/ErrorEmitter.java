package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;

/** An error becomes an exception. Its text is the exception's message, whether the contract models one or not. */
record ErrorEmitter(Contract contract, JavaTypes types, ValueExpressions values) {
    SourceFile emit(StructureShape shape) {
        String name = contract.names().className(shape.getId());
        SourceFile file = Emitters.file(contract, shape.getId(), name);
        file.nests("Builder");
        List<Field> fields = Field.of(shape, contract);
        Optional<Field> message = fields.stream()
                .filter(field -> field.member().getMemberName().equalsIgnoreCase("message")
                        && field.target().isStringShape())
                .findFirst();
        List<Field> others = fields.stream()
                .filter(field -> !Optional.of(field).equals(message))
                .toList();

        file.doc(JavaTypes.documentation(shape))
                .open("public final class " + name + " extends " + file.schema("ApiException"))
                .line("private static final long serialVersionUID = 1L;")
                .gap();
        schema(shape, file);
        file.gap();
        others.forEach(field ->
                file.line("private final transient " + types.component(field, file) + " " + field.name() + ";"));
        constructors(name, others, file);
        others.forEach(field -> file.gap()
                .open("public " + types.component(field, file) + " " + field.name() + "()")
                .line("return " + field.name() + ";")
                .close());
        accessors(fields, message, file);
        builder(name, fields, message, others, file);
        return file.close();
    }

    private void schema(StructureShape shape, SourceFile file) {
        List<String> arguments = new ArrayList<>(
                List.of(Literals.text(shape.getId().toString()), errorTrait(shape, file), "Builder::new"));
        arguments.addAll(new SchemaExpressions(contract).members(shape, file));
        String type = file.schema("StructSchema");
        file.list("public static final " + type + " SCHEMA = " + type + ".error(", arguments, ");");
    }

    private static String errorTrait(StructureShape shape, SourceFile file) {
        boolean client = shape.expectTrait(ErrorTrait.class).isClientError();
        int status = shape.getTrait(HttpErrorTrait.class)
                .map(HttpErrorTrait::getCode)
                .orElse(client ? 400 : 500);
        String type = file.schema("ErrorTrait");
        String facts = client + ", " + status + ", ";
        return shape.getTrait(AwsQueryErrorTrait.class)
                .map(query -> "new " + type + "(" + facts + Literals.text(query.getCode()) + ", "
                        + query.getHttpResponseCode() + ")")
                .orElse(type + ".of(" + facts + Literals.text(shape.getId().getName()) + ")");
    }

    private void constructors(String name, List<Field> others, SourceFile file) {
        List<Field> required = others.stream().filter(Field::always).toList();
        if (required.size() < others.size()) {
            List<String> arguments = new ArrayList<>(List.of("message"));
            others.forEach(field ->
                    arguments.add(field.always() ? field.name() : file.ref("java.util.Optional") + ".empty()"));
            file.gap()
                    .openList("public " + name + "(", parameters(required, file), ")")
                    .line("this(" + String.join(", ", arguments) + ");")
                    .close();
        }
        file.gap()
                .openList("public " + name + "(", parameters(others, file), ")")
                .line("super(message);");
        others.forEach(field -> file.line("this." + field.name() + " = " + values.guarded(field, file) + ";"));
        file.close();
    }

    private List<String> parameters(List<Field> fields, SourceFile file) {
        List<String> parameters = new ArrayList<>(List.of(file.ref("java.lang.String") + " message"));
        fields.forEach(field -> parameters.add(types.component(field, file) + " " + field.name()));
        return parameters;
    }

    private static void accessors(List<Field> fields, Optional<Field> message, SourceFile file) {
        file.gap()
                .line("@" + file.ref("java.lang.Override"))
                .open("public " + file.schema("StructSchema") + " schema()")
                .line("return SCHEMA;")
                .close();
        StructureEmitter.get(
                fields.stream()
                        .map(field -> Optional.of(field).equals(message) ? field.as(text(field), true) : field)
                        .toList(),
                file);
        file.gap()
                .open("public static Builder builder()")
                .line("return new Builder();")
                .close();
    }

    /** A message that was not sent is kept as an empty text. */
    private static String text(Field message) {
        return message.always() ? "getMessage()" : "getMessage().isEmpty() ? null : getMessage()";
    }

    private void builder(
            String name, List<Field> fields, Optional<Field> message, List<Field> others, SourceFile file) {
        String text = file.ref("java.lang.String");
        var builder = new BuilderEmitter(types, values);
        file.gap().open("public static final class Builder extends " + file.schema("RecordBuilder"));
        if (message.isEmpty()) {
            file.line("private " + text + " message = \"\";").gap();
        }
        BuilderEmitter.constructor(file);
        if (message.isEmpty()) {
            file.gap()
                    .open("public Builder message(" + text + " message)")
                    .line("this.message = message;")
                    .line("return this;")
                    .close();
        }
        fields.forEach(field -> builder.setters(field, file));
        List<String> arguments = new ArrayList<>();
        arguments.add(message.map(field -> field.always()
                        ? values.finished(field, file)
                        : "this.<" + text + ">" + values.finished(field, file) + ".orElse(\"\")")
                .orElse("message"));
        others.forEach(field -> arguments.add(values.finished(field, file)));
        BuilderEmitter.build(name, arguments, file);
        file.close();
    }
}
