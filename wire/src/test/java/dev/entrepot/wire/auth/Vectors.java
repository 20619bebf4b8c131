package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

/** Requests of the public Version 4 vectors: one key, one moment, one host. */
final class Vectors {
    static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");

    private Vectors() {}

    static HttpRequest vanilla(String method) {
        return vanilla(method, "host;x-amz-date");
    }

    static HttpRequest vanilla(String method, String signedHeaders) {
        String signature = method.equals("GET")
                ? "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
                : "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b";
        var headers = Headers.builder()
                .add("Host", "example.amazonaws.com")
                .add("X-Amz-Date", "20150830T123600Z")
                .add("Authorization", authorization("us-east-1/service", signedHeaders, signature));
        return new HttpRequest(method, "/", "", headers.build(), new byte[0]);
    }

    /** @param headers {@code Name:value} lines beside Host and X-Amz-Date */
    static HttpRequest of(String method, String target, String headers, String body, String signature) {
        int mark = target.indexOf('?');
        var all = Headers.builder().add("Host", "example.amazonaws.com").add("X-Amz-Date", "20150830T123600Z");
        headers.lines().forEach(line -> {
            int colon = line.indexOf(':');
            all.add(line.substring(0, colon), line.substring(colon + 1));
        });
        String names = all.build().fields().stream()
                .map(Headers.Field::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(";"));
        all.add("Authorization", authorization("us-east-1/service", names, signature));
        return new HttpRequest(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                all.build(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static String authorization(String regionAndService, String signedHeaders, String signature) {
        return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/%s/aws4_request, SignedHeaders=%s, Signature=%s"
                .formatted(regionAndService, signedHeaders, signature);
    }
}
