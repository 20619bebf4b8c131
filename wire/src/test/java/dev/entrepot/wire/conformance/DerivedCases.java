package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Operation;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;

/**
 * The malformed requests of restJson1, to be sent again in protocols for which the suite has none: the same operation, the same
 * wrong value, another wrapping.
 *
 * @param code the error that restJson1 answers
 */
record DerivedCases(SuiteService contract, Operation<?, ?> operation, HttpMalformedRequestTestCase test, String code) {

    static Stream<DerivedCases> all() {
        return SuiteModel.services(SuiteProtocol.REST_JSON_1)
                .map(service -> SuiteService.of(service, SuiteModel.CONTRACTS))
                .flatMap(DerivedCases::of);
    }

    private static Stream<DerivedCases> of(SuiteService contract) {
        return contract.operations().entrySet().stream()
                .flatMap(entry ->
                        SuiteModel.MODEL
                                .expectShape(entry.getKey())
                                .getTrait(HttpMalformedRequestTestsTrait.class)
                                .stream()
                                .flatMap(tests -> tests.getTestCases().stream())
                                .map(test -> new DerivedCases(
                                        contract,
                                        entry.getValue(),
                                        test,
                                        test.getResponse().getHeaders().getOrDefault("x-amzn-errortype", ""))));
    }

    boolean isUndecodable() {
        return code.equals("SerializationException");
    }

    /** Whether a constraint is broken, and nothing but the body could break one. */
    boolean isInvalid() {
        return code.equals("ValidationException")
                && operation.input().members().stream().allMatch(member -> member.place() == HttpPlace.BODY);
    }

    /** Whether the fault is in the body. */
    boolean isInBody() {
        return !test.getRequest().getBody().orElse("").isBlank()
                && operation.input().members().stream().noneMatch(member -> member.place() == HttpPlace.PAYLOAD);
    }

    String body() {
        return test.getRequest().getBody().orElseThrow();
    }

    /** The body, when it is JSON at all. */
    Optional<Node> json() {
        try {
            return Optional.of(Node.parse(body()));
        } catch (RuntimeException notJson) {
            return Optional.empty();
        }
    }
}
