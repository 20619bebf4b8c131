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
import software.amazon.smithy.model.Model;
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
    static SuiteService of(Model model, SchemaFactory schemas, ServiceShape shape) {
        return of(model, schemas, shape, List.copyOf(TopDownIndex.of(model).getContainedOperations(shape)));
    }

    /** A service made up around operations that the models bind to none. */
    static SuiteService around(Model model, SchemaFactory schemas, List<OperationShape> operations) {
        ServiceShape shape = ServiceShape.builder()
                .id("dev.entrepot.conformance#Unbound")
                .version("1")
                .build();
        return of(model, schemas, shape, operations);
    }

    private static SuiteService of(
            Model model, SchemaFactory schemas, ServiceShape shape, List<OperationShape> shapes) {
        var operations = new LinkedHashMap<ShapeId, Operation<?, ?>>();
        shapes.forEach(operation -> operations.put(operation.getId(), operation(model, schemas, shape, operation)));
        var service = new Service(
                shape.getId().toString(),
                shape.getVersion(),
                shape.getTrait(SigV4Trait.class).map(SigV4Trait::getName).orElse(""),
                shape.getTrait(XmlNamespaceTrait.class)
                        .map(XmlNamespaceTrait::getUri)
                        .orElse(""),
                List.copyOf(operations.values()));
        return new SuiteService(service, operations);
    }

    private static Operation<Struct, Struct> operation(
            Model model, SchemaFactory schemas, ServiceShape service, OperationShape operation) {
        return new Operation<>(
                operation.getId().getName(),
                schemas.struct(operation.getInputShape()),
                schemas.struct(operation.getOutputShape()),
                isModelled(model, operation.getInputShape()),
                isModelled(model, operation.getOutputShape()),
                bindings(operation),
                OperationIndex.of(model).getErrors(service, operation).stream()
                        .map(error -> schemas.struct(error.getId()))
                        .toList());
    }

    private static boolean isModelled(Model model, ShapeId shape) {
        return !model.expectShape(shape).hasTrait(UnitTypeTrait.class);
    }

    private static List<HttpBinding> bindings(OperationShape operation) {
        return operation.getTrait(HttpTrait.class).stream()
                .flatMap(http -> Stream.of(
                        new HttpBinding(http.getMethod(), http.getUri().toString(), http.getCode())))
                .toList();
    }
}
