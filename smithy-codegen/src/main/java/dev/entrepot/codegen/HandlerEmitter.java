package dev.entrepot.codegen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;

/** What a service has to implement: one method an operation. Inputs and outputs that are not modelled do not appear. */
record HandlerEmitter(Contract contract, JavaTypes types) {
    private static final String WIRE_SERVICE = "dev.entrepot.wire.service.";

    SourceFile emit(ServiceShape service) {
        String name = contract.names().className(service.getId());
        SourceFile file = Emitters.file(contract, service.getId(), name + "Handler");
        file.doc(List.of("Answers the operations of " + name + ". Inputs are valid by the contract's constraints."))
                .open("public interface " + name + "Handler");
        List<OperationShape> operations = ServiceEmitter.operations(service, contract);
        operations.forEach(operation -> method(operation, file));
        String bound = file.ref(WIRE_SERVICE + "BoundOperation");
        file.doc(List.of("Each operation with the method that answers it."))
                .open("default " + file.ref("java.util.List") + "<" + bound + "<?, ?>> operations()")
                .list(
                        "return " + file.ref("java.util.List") + ".of(",
                        operations.stream()
                                .map(operation -> "new " + bound + "<>(" + name + "."
                                        + JavaNames.constant(operation.getId().getName()) + ", "
                                        + call(operation, file) + ")")
                                .toList(),
                        ");")
                .close();
        return file.close();
    }

    private void method(OperationShape operation, SourceFile file) {
        String context = file.ref(WIRE_SERVICE + "RequestContext") + " context";
        String parameters = Stream.concat(
                        operation.getInput().stream()
                                .map(input -> types.boxed(contract.model().expectShape(input), file) + " input"),
                        Stream.of(context))
                .collect(Collectors.joining(", "));
        String output = operation
                .getOutput()
                .map(id -> types.boxed(contract.model().expectShape(id), file))
                .orElse("void");
        file.doc(JavaTypes.documentation(operation))
                .line(output + " " + methodName(operation) + "(" + parameters + ");")
                .gap();
    }

    private static String methodName(OperationShape operation) {
        return JavaNames.member(operation.getId().getName());
    }

    private static String call(OperationShape operation, SourceFile file) {
        String method = methodName(operation);
        String arguments = operation.getInput().isPresent() ? "(input, context)" : "(context)";
        if (operation.getOutput().isEmpty()) {
            return "(input, context) -> { " + method + arguments + "; return " + file.schema("Unit") + ".VALUE; }";
        }
        return operation.getInput().isPresent() ? "this::" + method : "(input, context) -> " + method + arguments;
    }
}
