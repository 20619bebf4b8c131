package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.smithy.aws.traits.auth.SigV4Trait;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.UnitTypeTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** A service of the suite's models with its contract as schemas. */
record SuiteService(Service service, Map<ShapeId, Operation<?, ?>> operations) {
    static SuiteService of(ServiceShape shape, Contracts contracts) {
        Service service = contracts.service(shape);
        var operations = new LinkedHashMap<ShapeId, Operation<?, ?>>();
        TopDownIndex.of(contracts.model())
                .getContainedOperations(shape)
                .forEach(operation -> operations.put(
                        operation.getId(), named(operation.getId().getName(), service)));
        return new SuiteService(service, operations);
    }

    private static Operation<?, ?> named(String name, Service service) {
        return service.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.id() + " lacks " + name));
    }

    /** A service made up around an operation that the models bind to none. */
    static SuiteService around(OperationShape shape, Contracts contracts) {
        ServiceShape none = ServiceShape.builder()
                .id("dev.entrepot.conformance#Unbound")
                .version("1")
                .build();
        Operation<?, ?> operation = operation(none, shape, contracts);
        var service = new Service(none.getId().toString(), none.getVersion(), "", "", List.of(operation));
        return new SuiteService(service, Map.of(shape.getId(), operation));
    }

    /** What the generator makes of a service at build time. */
    static Service service(ServiceShape shape, Contracts contracts) {
        return new Service(
                shape.getId().toString(),
                shape.getVersion(),
                shape.getTrait(SigV4Trait.class).map(SigV4Trait::getName).orElse(""),
                shape.getTrait(XmlNamespaceTrait.class)
                        .map(XmlNamespaceTrait::getUri)
                        .orElse(""),
                TopDownIndex.of(contracts.model()).getContainedOperations(shape).stream()
                        .<Operation<?, ?>>map(operation -> operation(shape, operation, contracts))
                        .toList());
    }

    private static Operation<Struct, Struct> operation(
            ServiceShape service, OperationShape operation, Contracts contracts) {
        return new Operation<>(
                operation.getId().getName(),
                contracts.struct(operation.getInputShape()),
                contracts.struct(operation.getOutputShape()),
                isModelled(operation.getInputShape()),
                isModelled(operation.getOutputShape()),
                bindings(operation),
                OperationIndex.of(contracts.model()).getErrors(service, operation).stream()
                        .map(error -> contracts.struct(error.getId()))
                        .toList());
    }

    private static boolean isModelled(ShapeId shape) {
        return !shape.equals(UnitTypeTrait.UNIT);
    }

    private static List<HttpBinding> bindings(OperationShape operation) {
        return operation.getTrait(HttpTrait.class).stream()
                .flatMap(http -> Stream.of(
                        new HttpBinding(http.getMethod(), http.getUri().toString(), http.getCode())))
                .toList();
    }
}
