package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.smithy.model.shapes.UnionShape;

/** A union becomes a sealed interface, each member a record inside it. */
record UnionEmitter(Contract contract, JavaTypes types, ValueExpressions values) {
    SourceFile emit(UnionShape shape) {
        String name = contract.names().className(shape.getId());
        SourceFile file = Emitters.file(contract, shape.getId(), name);
        file.nests("Builder");
        List<Case> cases = cases(name, shape);
        cases.forEach(each -> file.nests(each.name()));

        String type = file.schema("StructSchema");
        List<String> arguments =
                new ArrayList<>(List.of(Literals.text(shape.getId().toString()), "Builder::new"));
        arguments.addAll(new SchemaExpressions(contract).members(shape, file));
        file.doc(JavaTypes.documentation(shape))
                .open("public sealed interface " + name + " extends " + file.schema("Struct"))
                .list(type + " SCHEMA = " + type + ".union(", arguments, ");")
                .gap()
                .line("@" + file.ref("java.lang.Override"))
                .open("default " + type + " schema()")
                .line("return SCHEMA;")
                .close();
        cases.forEach(each -> emit(name, each, file));
        builder(name, cases, file);
        return file.close();
    }

    private List<Case> cases(String name, UnionShape shape) {
        Set<String> used = new HashSet<>(Set.of(name, "Builder"));
        return Field.of(shape, contract).stream()
                .map(field ->
                        new Case(field.as("value", true), JavaNames.unique(JavaNames.capitalised(field.name()), used)))
                .toList();
    }

    private void builder(String name, List<Case> cases, SourceFile file) {
        file.gap().open("final class Builder extends " + file.schema("RecordBuilder"));
        BuilderEmitter.constructor(file);
        file.gap().line("@" + file.ref("java.lang.Override")).open("public " + name + " build()");
        for (Case each : cases) {
            file.open("if (get(" + each.field().index() + ") != null)")
                    .line("return new " + each.name() + "(" + values.finished(each.field(), file) + ");")
                    .close();
        }
        file.line("throw new " + file.ref("java.lang.IllegalStateException") + "(\"" + name + " has no member set\");")
                .close()
                .close();
    }

    private void emit(String union, Case each, SourceFile file) {
        Field field = each.field();
        String override = "@" + file.ref("java.lang.Override");
        file.gap()
                .doc(JavaTypes.documentation(field.member()))
                .open("record " + each.name() + "(" + types.component(field, file) + " value) implements " + union);
        if (!types.isPrimitive(field.target())) {
            file.open("public " + each.name())
                    .line(values.guardStatement(field, file))
                    .close();
            StructureEmitter.blobs(List.of(field), file);
            file.gap();
        }
        file.line(override)
                .open("public " + file.nullable(file.ref("java.lang.Object")) + " get(int member)")
                .line("return member == " + field.index() + " ? "
                        + (field.target().isBlobShape() ? "value()" : "value") + " : null;")
                .close();
        if (field.sensitive()) {
            file.gap()
                    .line(override)
                    .open("public " + file.ref("java.lang.String") + " toString()")
                    .line("return \"" + each.name() + "[value=***]\";")
                    .close();
        }
        file.close();
    }

    private record Case(Field field, String name) {}
}
