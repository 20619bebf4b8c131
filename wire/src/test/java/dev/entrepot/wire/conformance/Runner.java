package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.ApiException;
import dev.entrepot.wire.schema.DynamicError;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedResponseBodyDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Runs the cases of one service in one protocol. */
final class Runner {
    private static final String REQUEST_ID = "foo-id"; // the one the suite expects

    private static final ShapeId VALIDATION_EXCEPTION = ShapeId.from("smithy.framework#ValidationException");

    private final SuiteProtocol kind;
    private final Service service;
    private final Protocol protocol;
    private final SuiteEndpoint endpoint;

    Runner(SuiteProtocol kind, Service service, boolean queryCompatible, Contracts contracts) {
        this.kind = kind;
        this.service = service;
        this.protocol = kind.of(service, queryCompatible);
        this.endpoint = new SuiteEndpoint(service, protocol, kind.spelling(contracts.struct(VALIDATION_EXCEPTION)));
    }

    /** The handler of the right operation gets the input that the case names. */
    void request(Operation<?, ?> operation, HttpRequestTestCase test) {
        SuiteEndpoint.Exchange exchange = endpoint.send(Requests.of(test, service, operation));
        assertThat(exchange.reached()).as(() -> described(exchange.response())).isNotNull();
        assertThat(exchange.reached().operation()).isSameAs(operation);
        StructBuilder expected = Params.struct(operation.input(), test.getParams());
        assertThat(Trees.of(exchange.reached().input()))
                .isEqualTo(Trees.of(visible(expected, exchange.reached().input())));
    }

    /** Where members travel as pairs of key and value, an empty list or map may leave nothing to be seen. */
    private Struct visible(StructBuilder params, Struct seen) {
        StructBuilder visible = params.schema().newBuilder();
        for (Member member : params.schema().members()) {
            Object value = params.get(member.index());
            boolean asPairs = kind == SuiteProtocol.AWS_QUERY || member.place() == HttpPlace.QUERY;
            boolean empty =
                    value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
            if (value != null && !(asPairs && empty && seen.get(member.index()) == null)) {
                visible.set(member.index(), value);
            }
        }
        return visible;
    }

    SuiteEndpoint.Exchange send(HttpRequest request) {
        return endpoint.send(request);
    }

    void response(Operation<?, ?> operation, HttpResponseTestCase test) {
        var output = Params.struct(operation.output(), test.getParams()).build();
        assertAnswer(test, protocol.encode(operation, output, REQUEST_ID));
    }

    void error(StructSchema error, HttpResponseTestCase test) {
        ApiException thrown = DynamicError.of(Params.struct(error, test.getParams()));
        assertAnswer(test, protocol.encodeError(WireError.of(thrown), REQUEST_ID));
    }

    /** The request is refused as the case says, and no handler sees it. */
    void malformed(HttpMalformedRequestTestCase test) {
        SuiteEndpoint.Exchange exchange = endpoint.send(Requests.of(test.getRequest()));
        HttpResponse response = exchange.response();
        assertThat(exchange.reached()).as("what reached the handler").isNull();
        assertThat(response.status())
                .as(() -> described(response))
                .isEqualTo(test.getResponse().getCode());
        assertHeaders(test.getResponse().getHeaders(), response);
        test.getResponse().getBody().ifPresent(body -> assertBody(body, response));
    }

    private void assertBody(HttpMalformedResponseBodyDefinition expected, HttpResponse response) {
        // The suite writes $ as $$, which is read back for cases with parameters only.
        expected.getContents()
                .map(contents -> contents.replace("$$", "$").getBytes(StandardCharsets.UTF_8))
                .ifPresent(contents -> Bodies.assertSame(expected.getMediaType(), contents, body(response)));
        expected.getMessageRegex()
                .ifPresent(regex -> assertThat(described(response)).containsPattern(regex));
    }

    private void assertAnswer(HttpResponseTestCase test, HttpResponse response) {
        assertThat(response.status()).as(() -> described(response)).isEqualTo(test.getCode());
        assertHeaders(test.getHeaders(), response);
        assertForbidden(test.getForbidHeaders(), response);
        assertThat(test.getRequireHeaders())
                .allMatch(name -> sent(name, response).isPresent());
        if (test.getBody().isPresent()) {
            Bodies.assertSame(mediaType(test, response), Requests.body(test), body(response));
        }
    }

    /** Errors of restJson1 repeat their header in the body, which the suite leaves open. */
    private byte[] body(HttpResponse response) {
        Optional<String> type = response.headers().first("x-amzn-errortype");
        if (kind != SuiteProtocol.REST_JSON_1 || type.isEmpty()) {
            return response.body();
        }
        ObjectNode error =
                Node.parse(new String(response.body(), StandardCharsets.UTF_8)).expectObjectNode();
        assertThat(error.expectStringMember("__type").getValue()).isEqualTo(type.get());
        return Node.printJson(error.withoutMember("__type")).getBytes(StandardCharsets.UTF_8);
    }

    private static String mediaType(HttpMessageTestCase test, HttpResponse response) {
        boolean xml = response.headers().first("content-type").equals(Optional.of("text/xml"));
        return test.getBodyMediaType().orElse(xml ? "application/xml" : "");
    }

    private static void assertHeaders(Map<String, String> expected, HttpResponse response) {
        expected.forEach(
                (name, value) -> assertThat(sent(name, response)).as(name).contains(value));
    }

    private static void assertForbidden(List<String> names, HttpResponse response) {
        names.forEach(name -> assertThat(sent(name, response)).as(name).isEmpty());
    }

    /** The listener adds the length of every body. */
    private static Optional<String> sent(String name, HttpResponse response) {
        return name.equalsIgnoreCase("content-length")
                ? Optional.of(Integer.toString(response.body().length))
                : response.headers().first(name);
    }

    private static String described(HttpResponse response) {
        return response.status() + " " + response.headers().fields() + " "
                + new String(response.body(), StandardCharsets.UTF_8);
    }
}
