package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.protocol.StandardEnvelope;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.validation.CoralMessages;
import dev.entrepot.wire.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@link TestContract} in each protocol. */
enum Spoken {
    REST(new RestJson1(TestContract.SERVICE, "/"), "/%s", "{\"Name\":\"%2$s\"}", "content-type", "application/json"),
    JSON(new AwsJson10(TestContract.SERVICE), "/", "{\"Name\":\"%2$s\"}", "x-amz-target", "Svc.%s"),
    CBOR(
            new RpcV2Cbor(TestContract.SERVICE),
            "/service/Svc/operation/%s",
            "\u00bf\u0064Name\u007f\u0079%3$c%4$c%2$s\u00ff\u00ff", // lengths left open but for the text's
            "smithy-protocol",
            "rpc-v2-cbor",
            "content-type",
            "application/cbor"),
    QUERY(
            new AwsQuery(TestContract.SERVICE, QueryFlavour.STANDARD, new StandardEnvelope()),
            "/",
            "Action=%s&Version=1&Name=%s",
            "content-type",
            "application/x-www-form-urlencoded");

    private final Protocol protocol;
    private final String path;
    private final String body;
    private final String[] headers;

    Spoken(Protocol protocol, String path, String body, String... headers) {
        this.protocol = protocol;
        this.path = path;
        this.body = body;
        this.headers = headers;
    }

    /** @param name the one member, a byte a character, as its bytes are to stand in the body */
    HttpRequest request(String operation, String name) {
        int length = name.length();
        byte[] bytes =
                body.formatted(operation, name, length >> 8, length & 0xFF).getBytes(StandardCharsets.ISO_8859_1);
        String[] filled = List.of(headers).stream()
                .map(header -> header.formatted(operation))
                .toArray(String[]::new);
        return new HttpRequest("POST", path.formatted(operation), "", Headers.of(filled), bytes);
    }

    HttpRequest request() {
        return request("Do", "n");
    }

    /** Both operations behind one handler. */
    ServiceEndpoint endpoint(
            Authenticator authenticator, BodyLimits limits, OperationHandler<DynamicStruct, Unit> handler) {
        return new ServiceEndpoint(
                protocol,
                spelling(),
                SignatureRules.version4("svc"),
                authenticator,
                limits,
                List.of(
                        new BoundOperation<>(TestContract.DO, handler),
                        new BoundOperation<>(TestContract.DO_MUCH, handler)));
    }

    private ErrorSpelling spelling() {
        return switch (this) {
            case QUERY -> new QueryErrorSpelling();
            case JSON -> new JsonErrorSpelling(JsonErrorSpelling.Statuses.BAD_REQUEST, Spoken::invalid);
            case REST, CBOR -> new JsonErrorSpelling(Spoken::invalid);
        };
    }

    private static WireError invalid(List<Violation> violations) {
        return WireError.plain("ValidationException", 400, CoralMessages.of(violations));
    }

    /** The error's name, wherever the protocol has it, and its whole body. */
    static String errorType(HttpResponse response) {
        return response.headers().first("x-amzn-errortype").orElse("")
                + new String(response.body(), StandardCharsets.UTF_8);
    }

    /** What undecodable input is called. */
    String undecodable() {
        return this == QUERY ? "MalformedInput" : "SerializationException";
    }
}
