package dev.entrepot.wire.conformance;

import dev.entrepot.wire.conformance.SuiteCase.Kind;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.StructSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
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
    private static final ShapeId UNBOUND = ShapeId.from("aws.protocoltests.misc#AcceptHeaderStarService");

    private final Contracts contracts;
    private final List<SuiteCase> cases = new ArrayList<>();

    private Suite(Contracts contracts) {
        this.contracts = contracts;
    }

    static List<SuiteCase> cases(Contracts contracts) {
        var suite = new Suite(contracts);
        for (SuiteProtocol protocol : SuiteProtocol.values()) {
            protocol.services(contracts.model()).forEach(service -> suite.service(protocol, service));
        }
        suite.unbound();
        return suite.cases;
    }

    private void service(SuiteProtocol protocol, ServiceShape shape) {
        SuiteService contract = SuiteService.of(shape, contracts);
        boolean queryCompatible = shape.hasTrait(AwsQueryCompatibleTrait.class);
        var runner = new Runner(protocol, contract.service(), queryCompatible, contracts);
        contract.operations().forEach((id, operation) -> operation(protocol, operation, id, runner));
        contract.operations().keySet().stream()
                .flatMap(id -> OperationIndex.of(contracts.model()).getErrors(shape, id).stream())
                .distinct()
                .forEach(error -> errors(protocol, error, runner));
    }

    /** Two cases of restJson1 stand on an operation of no service. */
    private void unbound() {
        SuiteService contract =
                SuiteService.around(contracts.model().expectShape(UNBOUND, OperationShape.class), contracts);
        var runner = new Runner(SuiteProtocol.REST_JSON_1, contract.service(), false, contracts);
        operation(SuiteProtocol.REST_JSON_1, contract.operations().get(UNBOUND), UNBOUND, runner);
    }

    private void operation(SuiteProtocol protocol, Operation<?, ?> operation, ShapeId id, Runner runner) {
        Shape shape = contracts.model().expectShape(id);
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
        StructSchema schema = contracts.struct(error.getId());
        error.getTrait(HttpResponseTestsTrait.class).stream()
                .flatMap(tests -> tests.getTestCases().stream())
                .filter(test -> isOurs(protocol, test))
                .forEach(test -> add(protocol, Kind.ERROR, test.getId(), () -> runner.error(schema, test)));
    }

    private static boolean isOurs(SuiteProtocol protocol, HttpMessageTestCase test) {
        return test.getProtocol().equals(protocol.id()) && !test.getAppliesTo().equals(Optional.of(AppliesTo.CLIENT));
    }

    private void add(SuiteProtocol protocol, Kind kind, String id, Executable run) {
        cases.add(new SuiteCase(protocol, kind, id, run));
    }
}
