package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import java.util.Collection;
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
    static SuiteService of(ServiceShape shape) {
        return of(shape, TopDownIndex.of(SuiteModel.MODEL).getContainedOperations(shape));
    }

    /** A service made up around an operation that the models bind to none. */
    static SuiteService around(OperationShape operation) {
        ServiceShape shape = ServiceShape.builder()
                .id("dev.entrepot.conformance#Unbound")
                .version("1")
                .build();
        return of(shape, List.of(operation));
    }

    private static SuiteService of(ServiceShape shape, Collection<OperationShape> shapes) {
        var operations = new LinkedHashMap<ShapeId, Operation<?, ?>>();
        shapes.forEach(operation -> operations.put(operation.getId(), operation(shape, operation)));
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

    private static Operation<Struct, Struct> operation(ServiceShape service, OperationShape operation) {
        return new Operation<>(
                operation.getId().getName(),
                SuiteModel.SCHEMAS.struct(operation.getInputShape()),
                SuiteModel.SCHEMAS.struct(operation.getOutputShape()),
                isModelled(operation.getInputShape()),
                isModelled(operation.getOutputShape()),
                bindings(operation),
                OperationIndex.of(SuiteModel.MODEL).getErrors(service, operation).stream()
                        .map(error -> SuiteModel.SCHEMAS.struct(error.getId()))
                        .toList());
    }

    private static boolean isModelled(ShapeId shape) {
        return !SuiteModel.MODEL.expectShape(shape).hasTrait(UnitTypeTrait.class);
    }

    private static List<HttpBinding> bindings(OperationShape operation) {
        return operation.getTrait(HttpTrait.class).stream()
                .flatMap(http -> Stream.of(
                        new HttpBinding(http.getMethod(), http.getUri().toString(), http.getCode())))
                .toList();
    }
}
