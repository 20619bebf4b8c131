package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.protocol.StandardEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What reads a stranger's bytes, and what must hold of any. */
enum Target {
    REST_JSON(body(
            new RestJson1(EveryShape.SERVICE, "/"),
            new HttpRequest("POST", "/json", "", Headers.of("Content-Type", "application/json"), new byte[0]))),
    AWS_JSON(body(
            new AwsJson10(EveryShape.SERVICE),
            new HttpRequest(
                    "POST",
                    "/",
                    "",
                    Headers.of("X-Amz-Target", "Every.JsonBody", "Content-Type", "application/x-amz-json-1.0"),
                    new byte[0]))),
    CBOR(body(
            new RpcV2Cbor(EveryShape.SERVICE),
            new HttpRequest(
                    "POST",
                    "/service/Every/operation/Body",
                    "",
                    Headers.of("Content-Type", "application/cbor"),
                    new byte[0]))),
    FORM(eachWay(form(QueryFlavour.STANDARD), form(QueryFlavour.LEGACY))),
    SCALARS(Scalars::check),
    PLACES(request(new Places(
            List.of(
                    new RestJson1(EveryShape.SERVICE, "/"),
                    new AwsJson10(EveryShape.SERVICE),
                    new AwsQuery(EveryShape.SERVICE, QueryFlavour.STANDARD, new StandardEnvelope()),
                    new RpcV2Cbor(EveryShape.SERVICE)),
            new RestJson1(EveryShape.SERVICE, "/"))::check)),
    SIGNATURES(request(new Signatures(Input.of("signatures").stream()
            .filter(input -> input.name().startsWith("valid-"))
            .map(input -> RawRequest.parse(input.bytes()).orElseThrow())
            .toList())::check));

    private final Predicate<byte[]> check;

    Target(Predicate<byte[]> check) {
        this.check = check;
    }

    /**
     * @return whether the input was accepted rather than refused
     * @throws Throwable when something does not hold that must
     */
    boolean check(byte[] input) {
        return check.test(input);
    }

    /** Its folder of inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Predicate<byte[]> body(Protocol protocol, HttpRequest head) {
        Decoding decoding = Decoding.mirrored(protocol);
        return body -> decoding.check(withBody(head, body)).isPresent();
    }

    private static Predicate<byte[]> form(QueryFlavour flavour) {
        String version = EveryShape.SERVICE.version();
        var head = new HttpRequest("POST", "/", "", Headers.EMPTY, new byte[0]);
        var decoding = new Decoding(
                new AwsQuery(EveryShape.SERVICE, flavour, new StandardEnvelope()),
                (original, operation, input) -> FormWriter.write(operation, version, input)
                        .map(written -> withBody(head, written.getBytes(StandardCharsets.US_ASCII))));
        return pairs -> decoding.check(withBody(
                        head,
                        ("Action=Body&Version=1&" + new String(pairs, StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1)))
                .isPresent();
    }

    private static Predicate<byte[]> eachWay(Predicate<byte[]> one, Predicate<byte[]> other) {
        return input -> one.test(input) | other.test(input);
    }

    private static Predicate<byte[]> request(Predicate<HttpRequest> check) {
        return input -> RawRequest.parse(input).filter(check).isPresent();
    }

    private static HttpRequest withBody(HttpRequest head, byte[] body) {
        return new HttpRequest(head.method(), head.rawPath(), head.rawQuery(), head.headers(), body);
    }
}
