package dev.entrepot.wire.conformance;

import dev.entrepot.wire.conformance.SuiteCase.Kind;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/** Every case of the official suite that is for servers and for a protocol that we speak. */
final class Suite {
    private static final ShapeId VALIDATION_EXCEPTION = ShapeId.from("smithy.framework#ValidationException");
    private static final ShapeId UNBOUND = ShapeId.from("aws.protocoltests.misc#AcceptHeaderStarService");

    private final Model model = Model.assembler().discoverModels().assemble().unwrap();
    private final SchemaFactory schemas = new SchemaFactory(model);
    private final StructSchema validationException = schemas.struct(VALIDATION_EXCEPTION);
    private final List<SuiteCase> cases = new ArrayList<>();

    static List<SuiteCase> cases() {
        var suite = new Suite();
        for (SuiteProtocol protocol : SuiteProtocol.values()) {
            suite.model.getServiceShapes().stream()
                    .filter(service -> service.hasTrait(protocol.id()))
                    .sorted()
                    .forEach(service -> suite.service(protocol, service));
        }
        suite.unbound();
        return suite.cases;
    }

    private void service(SuiteProtocol protocol, ServiceShape shape) {
        SuiteService contract = SuiteService.of(model, schemas, shape);
        Runner runner = runner(protocol, contract.service(), shape.hasTrait(AwsQueryCompatibleTrait.class));
        contract.operations().keySet().forEach(id -> {
            OperationShape operation = model.expectShape(id, OperationShape.class);
            operation(protocol, contract, operation, runner);
        });
        contract.operations().keySet().stream()
                .flatMap(id -> OperationIndex.of(model).getErrors(shape, id).stream())
                .distinct()
                .forEach(error -> errors(protocol, error, runner));
    }

    /** Two cases of restJson1 stand on an operation of no service. */
    private void unbound() {
        OperationShape operation = model.expectShape(UNBOUND, OperationShape.class);
        SuiteService contract = SuiteService.around(model, schemas, List.of(operation));
        Runner runner = runner(SuiteProtocol.REST_JSON_1, contract.service(), false);
        operation(SuiteProtocol.REST_JSON_1, contract, operation, runner);
    }

    private Runner runner(SuiteProtocol protocol, Service service, boolean queryCompatible) {
        return new Runner(
                protocol, service, protocol.of(service, queryCompatible), protocol.spelling(validationException));
    }

    private void operation(SuiteProtocol protocol, SuiteService contract, OperationShape shape, Runner runner) {
        var operation = contract.operations().get(shape.getId());
        shape.getTrait(HttpRequestTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(test -> isOurs(protocol, test))
                .forEach(test -> add(protocol, Kind.REQUEST, test.getId(), () -> runner.request(operation, test)));
        shape.getTrait(HttpResponseTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(test -> isOurs(protocol, test))
                .forEach(test -> add(protocol, Kind.RESPONSE, test.getId(), () -> runner.response(operation, test)));
        shape.getTrait(HttpMalformedRequestTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(test -> test.getProtocol().equals(protocol.id()))
                .forEach(test -> add(protocol, Kind.MALFORMED, test.getId(), () -> runner.malformed(test)));
    }

    private void errors(SuiteProtocol protocol, Shape error, Runner runner) {
        StructSchema schema = schemas.struct(error.getId());
        error.getTrait(HttpResponseTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(test -> isOurs(protocol, test))
                .forEach(test -> add(protocol, Kind.ERROR, test.getId(), () -> runner.error(schema, test)));
    }

    private static boolean isOurs(SuiteProtocol protocol, HttpMessageTestCase test) {
        return test.getProtocol().equals(protocol.id()) && !test.getAppliesTo().equals(Optional.of(AppliesTo.CLIENT));
    }

    private void add(SuiteProtocol protocol, Kind kind, String id, org.junit.jupiter.api.function.Executable run) {
        cases.add(new SuiteCase(protocol, kind, id, run));
    }
}
