package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.List;
import software.amazon.smithy.aws.traits.auth.SigV4Trait;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** A service becomes a class of constants: each operation, and the service that has them all. */
record ServiceEmitter(Contract contract, JavaTypes types) {
    SourceFile emit(ServiceShape service) {
        String name = contract.names().className(service.getId());
        SourceFile file = Emitters.file(contract, service.getId(), name);
        file.doc(JavaTypes.documentation(service)).open("public final class " + name);
        List<OperationShape> operations = operations(service, contract);
        operations.forEach(operation -> operation(service, operation, file));
        service(service, operations, file);
        return file.gap().line("private " + name + "() {}").close();
    }

    /** Those of the service and of its resources, in order of their names. */
    static List<OperationShape> operations(ServiceShape service, Contract contract) {
        return TopDownIndex.of(contract.model()).getContainedOperations(service).stream()
                .sorted()
                .toList();
    }

    private void operation(ServiceShape service, OperationShape operation, SourceFile file) {
        String schemas = file.ref("java.util.List") + ".of(";
        List<String> errors = OperationIndex.of(contract.model()).getErrors(service, operation).stream()
                .map(error -> file.ref(contract.names().qualified(error.getId())) + ".SCHEMA")
                .toList();
        String input = types.boxed(contract.model().expectShape(operation.getInputShape()), file);
        String output = types.boxed(contract.model().expectShape(operation.getOutputShape()), file);
        file.doc(JavaTypes.documentation(operation))
                .list(
                        "public static final " + file.schema("Operation") + "<" + input + ", " + output + "> "
                                + JavaNames.constant(operation.getId().getName()) + " = new "
                                + file.schema("Operation") + "<>(",
                        List.of(
                                Literals.text(operation.getId().getName()),
                                input + ".SCHEMA",
                                output + ".SCHEMA",
                                String.valueOf(operation.getInput().isPresent()),
                                String.valueOf(operation.getOutput().isPresent()),
                                schemas + String.join(", ", HttpForms.of(operation, file)) + ")",
                                schemas + String.join(", ", errors) + ")"),
                        ");")
                .gap();
    }

    private void service(ServiceShape service, List<OperationShape> operations, SourceFile file) {
        List<String> constants = new ArrayList<>();
        operations.forEach(
                operation -> constants.add(JavaNames.constant(operation.getId().getName())));
        String signingName =
                service.getTrait(SigV4Trait.class).map(SigV4Trait::getName).orElse("");
        String xmlNamespace = service.getTrait(XmlNamespaceTrait.class)
                .map(XmlNamespaceTrait::getUri)
                .orElse("");
        String type = file.schema("Service");
        file.list(
                "public static final " + type + " SERVICE = new " + type + "(",
                List.of(
                        Literals.text(service.getId().toString()),
                        Literals.text(service.getVersion()),
                        Literals.text(signingName),
                        Literals.text(xmlNamespace),
                        file.ref("java.util.List") + ".of(" + String.join(", ", constants) + ")"),
                ");");
    }
}
