package dev.entrepot.wire.service;

import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RequestHead;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.protocol.StandardEnvelope;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.Service;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The form of an error for a caller whose request reaches no service: clients break on errors of another protocol than they
 * speak, and on empty ones (wire dossier, sections 2.1 and 2.2).
 */
public enum Dialect {
    RPC_V2_CBOR(new RpcV2Cbor(Nowhere.SERVICE), "UnknownOperationException", 404),
    AWS_JSON(new AwsJson10(Nowhere.SERVICE), "UnknownOperationException", 400),
    AWS_QUERY(new AwsQuery(Nowhere.SERVICE, QueryFlavour.STANDARD, new StandardEnvelope()), "InvalidAction", 400),
    REST_JSON(new RestJson1(Nowhere.SERVICE, "/"), "UnknownOperationException", 404);

    private final Protocol protocol;
    private final String unknownCode;
    private final int unknownStatus;

    /** A contract without operations. */
    private static final class Nowhere {
        static final Service SERVICE = new Service("dev.entrepot#Nowhere", "", "", "", List.of());
    }

    Dialect(Protocol protocol, String unknownCode, int unknownStatus) {
        this.protocol = protocol;
        this.unknownCode = unknownCode;
        this.unknownStatus = unknownStatus;
    }

    /** What a request speaks by its head alone; empty for S3 and for what could be S3. */
    public static Optional<Dialect> of(HttpRequest request) {
        var head = RequestHead.of(request);
        if (head.speaksRpc()) {
            return Optional.of(head.speaksRpcV2() ? RPC_V2_CBOR : AWS_JSON);
        }
        if (head.scopeService().filter(Dialect::isS3).isPresent()) {
            return Optional.empty();
        }
        if (request.rawPath().equals("/") && head.speaksQuery()) {
            return Optional.of(AWS_QUERY);
        }
        return head.scopeService().map(service -> REST_JSON);
    }

    /** S3 has several names in scopes, such as {@code s3express}. */
    private static boolean isS3(String service) {
        return service.startsWith("s3");
    }

    public HttpResponse error(WireError error) {
        return protocol.encodeError(error, UUID.randomUUID().toString());
    }

    HttpResponse unknownService() {
        return error(WireError.plain(unknownCode, unknownStatus, "This server does not have the service asked for."));
    }
}
