package dev.entrepot.wire.conformance;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** Requests as the suite describes them, with exactly the headers it names. */
final class Requests {
    private Requests() {}

    /** Cases about host names leave out two headers without which no request would reach the operation. */
    static HttpRequest of(HttpRequestTestCase test, Service service, Operation<?, ?> operation) {
        Headers.Builder headers = headers(test.getHeaders());
        if (test.getProtocol().equals(SuiteProtocol.AWS_JSON_1_0.id())
                && !test.getHeaders().containsKey("X-Amz-Target")) {
            headers.add("X-Amz-Target", service.name() + "." + operation.name());
        }
        if (test.getProtocol().equals(SuiteProtocol.REST_JSON_1.id())
                && test.getHeaders().isEmpty()
                && test.getBodyMediaType().equals(Optional.of("application/json"))) {
            headers.add("Content-Type", "application/json");
        }
        return request(test.getMethod(), test.getUri(), test.getQueryParams(), headers, body(test));
    }

    static HttpRequest of(HttpMalformedRequestDefinition test) {
        byte[] body = test.getBody().orElse("").getBytes(StandardCharsets.UTF_8);
        return request(test.getMethod(), test.expectUri(), test.getQueryParams(), headers(test.getHeaders()), body);
    }

    /** CBOR bodies are written in Base64, all others as they are. */
    static byte[] body(HttpMessageTestCase test) {
        String body = test.getBody().orElse("");
        return test.getProtocol().equals(SuiteProtocol.RPC_V2_CBOR.id())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Headers.Builder headers(Map<String, String> named) {
        Headers.Builder headers = Headers.builder();
        named.forEach(headers::add);
        return headers;
    }

    private static HttpRequest request(
            String method, String uri, List<String> queryParams, Headers.Builder headers, byte[] body) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        String rawQuery = query < 0 ? "" : uri.substring(query + 1);
        String joined = String.join("&", queryParams);
        return new HttpRequest(
                method,
                path,
                rawQuery.isEmpty() || joined.isEmpty() ? rawQuery + joined : rawQuery + "&" + joined,
                headers.build(),
                body);
    }
}
