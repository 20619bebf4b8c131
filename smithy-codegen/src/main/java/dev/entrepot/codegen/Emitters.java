package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.IntEnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.shapes.UnionShape;
import software.amazon.smithy.model.traits.ErrorTrait;

/** Says which shape becomes which file. */
final class Emitters {
    private final Contract contract;
    private final JavaTypes types;
    private final ValueExpressions values;

    Emitters(Contract contract) {
        this.contract = contract;
        this.types = new JavaTypes(contract);
        this.values = new ValueExpressions(contract, types);
    }

    /** @param write takes a path below the source root and the text of the file */
    void emitAll(BiConsumer<String, String> write) {
        var structures = new StructureEmitter(contract, types, values);
        var errors = new ErrorEmitter(contract, types, values);
        var enums = new EnumEmitter(contract);
        List<SourceFile> files = new ArrayList<>();
        each(
                StructureShape.class,
                shape -> shape.hasTrait(ErrorTrait.class) ? errors.emit(shape) : structures.emit(shape),
                files);
        each(UnionShape.class, new UnionEmitter(contract, types, values)::emit, files);
        each(EnumShape.class, enums::emit, files);
        each(IntEnumShape.class, enums::emit, files);
        each(ServiceShape.class, new ServiceEmitter(contract, types)::emit, files);
        each(ServiceShape.class, new HandlerEmitter(contract, types)::emit, files);
        collections(files);
        files.forEach(file -> write.accept(file.path(), file.text()));
        contract.names()
                .packages()
                .forEach((namespace, name) ->
                        write.accept(name.replace('.', '/') + "/package-info.java", packageInfo(namespace, name)));
    }

    private <S extends Shape> void each(Class<S> kind, Function<S, SourceFile> emit, List<SourceFile> files) {
        contract.shapes(kind).stream().map(emit).forEach(files::add);
    }

    private void collections(List<SourceFile> files) {
        Stream.<Shape>concat(contract.shapes(ListShape.class).stream(), contract.shapes(MapShape.class).stream())
                .collect(Collectors.groupingBy(shape -> contract.names().packageOf(shape.getId())))
                .forEach((name, shapes) -> files.add(new SchemasEmitter(contract).emit(name, shapes)));
    }

    private static String packageInfo(String namespace, String packageName) {
        return """
                /// The contract `%s`, generated from its Smithy files.
                /// Change it there: the next build writes these classes anew.
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """.formatted(namespace, packageName);
    }

    static SourceFile file(Contract contract, ShapeId shape, String className) {
        String packageName = contract.names().packageOf(shape);
        return new SourceFile(packageName, className, contract.classes(packageName));
    }
}
