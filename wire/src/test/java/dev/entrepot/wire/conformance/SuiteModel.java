package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.StructSchema;
import java.util.stream.Stream;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The suite's models, loaded once for all tests. */
final class SuiteModel {
    static final Model MODEL = Model.assembler().discoverModels().assemble().unwrap();
    static final SchemaFactory SCHEMAS = new SchemaFactory(MODEL);
    static final StructSchema VALIDATION_EXCEPTION =
            SCHEMAS.struct(ShapeId.from("smithy.framework#ValidationException"));

    private SuiteModel() {}

    static Stream<ServiceShape> services(SuiteProtocol protocol) {
        return MODEL.getServiceShapes().stream()
                .filter(service -> service.hasTrait(protocol.id()))
                .sorted();
    }

    static SuiteService service(String id) {
        return SuiteService.of(MODEL.expectShape(ShapeId.from(id), ServiceShape.class));
    }
}
