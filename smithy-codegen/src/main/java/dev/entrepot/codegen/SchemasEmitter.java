package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.List;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.SparseTrait;

/** Lists and maps have no class of their own: their schemas stand together in one class a package. */
record SchemasEmitter(Contract contract) {
    SourceFile emit(String packageName, List<Shape> collections) {
        var file = new SourceFile(packageName, "Schemas", contract.classes(packageName));
        file.doc(List.of("The lists and maps of the contract.")).open("public final class Schemas");
        for (Shape shape : collections) {
            String type = file.schema(shape.isMapShape() ? "MapSchema" : "ListSchema");
            List<String> arguments =
                    new ArrayList<>(List.of(Literals.text(shape.getId().toString())));
            arguments.addAll(new SchemaExpressions(contract).members(shape, file));
            file.list(
                    "public static final " + type + " "
                            + JavaNames.constant(shape.getId().getName()) + " = " + type
                            + (shape.hasTrait(SparseTrait.class) ? ".sparse(" : ".of("),
                    arguments,
                    ");");
        }
        return file.gap().line("private Schemas() {}").close();
    }
}
