package dev.entrepot.wire.conformance;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** Requests as the suite describes them, with exactly the headers it names. */
final class Requests {
    private Requests() {}

    static HttpRequest of(HttpRequestTestCase test) {
        byte[] body = bytes(test.getBody().orElse(""), test.getBodyMediaType().orElse(""));
        return request(test.getMethod(), test.getUri(), test.getQueryParams(), test.getHeaders(), body);
    }

    static HttpRequest of(HttpMalformedRequestDefinition test) {
        byte[] body = bytes(test.getBody().orElse(""), test.getBodyMediaType().orElse(""));
        return request(test.getMethod(), test.expectUri(), test.getQueryParams(), test.getHeaders(), body);
    }

    /** CBOR bodies are written in Base64, all others as they are. */
    static byte[] bytes(String body, String mediaType) {
        return mediaType.equals("application/cbor")
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpRequest request(
            String method, String uri, List<String> queryParams, Map<String, String> headers, byte[] body) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        String rawQuery = query < 0 ? "" : uri.substring(query + 1);
        String joined = String.join("&", queryParams);
        Headers.Builder fields = Headers.builder();
        headers.forEach(fields::add);
        return new HttpRequest(
                method,
                path,
                rawQuery.isEmpty() || joined.isEmpty() ? rawQuery + joined : rawQuery + "&" + joined,
                fields.build(),
                body);
    }
}
