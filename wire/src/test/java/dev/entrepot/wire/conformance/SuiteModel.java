package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import java.util.stream.Stream;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The suite's models, loaded once for all tests, and schemas made of them at run time. */
final class SuiteModel {
    static final Model MODEL = Model.assembler().discoverModels().assemble().unwrap();
    static final Contracts CONTRACTS = new Contracts() {
        private final SchemaFactory schemas = new SchemaFactory(MODEL);

        @Override
        public Model model() {
            return MODEL;
        }

        @Override
        public Service service(ServiceShape shape) {
            return SuiteService.service(shape, this);
        }

        @Override
        public StructSchema struct(ShapeId id) {
            return schemas.struct(id);
        }
    };

    private SuiteModel() {}

    static Stream<ServiceShape> services(SuiteProtocol protocol) {
        return protocol.services(MODEL);
    }

    static SuiteService service(String id) {
        return SuiteService.of(MODEL.expectShape(ShapeId.from(id), ServiceShape.class), CONTRACTS);
    }
}
