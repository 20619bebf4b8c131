package dev.entrepot.bench.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.entrepot.bench.wire.contract.Parcels;
import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.protocol.StandardEnvelope;
import dev.entrepot.wire.schema.Struct;

/** A protocol, a request as its clients send it, and the format in which Jackson databind is given the same. */
public enum WireProtocol {
    REST_JSON_1(new RestJson1(Parcels.SERVICE, "/v1/"), "/v1/parcels", "Content-Type", "application/json"),
    AWS_JSON_1_0(
            new AwsJson10(Parcels.SERVICE),
            "/",
            "Content-Type",
            "application/x-amz-json-1.0",
            "X-Amz-Target",
            "Parcels.RegisterParcels"),
    RPC_V2_CBOR(
            new RpcV2Cbor(Parcels.SERVICE),
            "/service/Parcels/operation/RegisterParcels",
            "Content-Type",
            "application/cbor",
            "Smithy-Protocol",
            "rpc-v2-cbor"),
    AWS_QUERY(
            new AwsQuery(Parcels.SERVICE, QueryFlavour.STANDARD, new StandardEnvelope()),
            "/",
            "Content-Type",
            "application/x-www-form-urlencoded");

    private final Protocol protocol;
    private final String path;
    private final Headers headers;

    WireProtocol(Protocol protocol, String path, String... headers) {
        this.protocol = protocol;
        this.path = path;
        this.headers = Headers.of(headers);
    }

    Protocol protocol() {
        return protocol;
    }

    /** @param input of the operation, or an output of the same members */
    HttpRequest request(Struct input) {
        byte[] body = this == AWS_QUERY
                ? QueryForm.of(Parcels.REGISTER_PARCELS.name(), Parcels.SERVICE.version(), input)
                : encode(input);
        return new HttpRequest("POST", path, "", headers, body);
    }

    /** The length of the body of a request with so many parcels. */
    public int requestBytes(int parcels) {
        return request(ParcelSample.of(parcels)).body().length;
    }

    /** The same request for Jackson databind. */
    JacksonExchange jackson(Struct input) {
        byte[] body = request(input).body();
        return switch (this) {
            case REST_JSON_1, AWS_JSON_1_0 -> JacksonDocument.of(new JsonFactory(), body);
            case RPC_V2_CBOR -> JacksonDocument.of(new CBORFactory(), body);
            case AWS_QUERY -> JacksonForm.of(body);
        };
    }

    private byte[] encode(Struct input) {
        return protocol.encode(Parcels.REGISTER_PARCELS, input, "").body();
    }
}
