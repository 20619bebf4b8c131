package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.CborReader;
import dev.entrepot.wire.codec.CborWriter;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.UnknownOperation.Reason;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import java.util.List;
import java.util.Optional;

/** {@code smithy.protocols#rpcv2Cbor} (wire dossier, section 5). */
public final class RpcV2Cbor implements Protocol {
    private static final String MEDIA_TYPE = "application/cbor";
    private static final byte[] NO_BODY = {};

    private final String serviceName;
    private final OperationNames operations;
    private final ErrorNames errorNames;
    private final QueryCompatibility compatibility;

    public RpcV2Cbor(Service service) {
        this(service, QueryCompatibility.NONE);
    }

    private RpcV2Cbor(Service service, QueryCompatibility compatibility) {
        this.serviceName = service.name();
        this.operations = new OperationNames(service);
        this.errorNames = new ErrorNames(service);
        this.compatibility = compatibility;
    }

    /** For a service that once spoke awsQuery and gives its old error codes too. */
    public static RpcV2Cbor queryCompatible(Service service) {
        return new RpcV2Cbor(service, QueryCompatibility.COMPATIBLE);
    }

    @Override
    public boolean claims(RequestHead head) {
        return head.speaksRpcV2() && operationName(head.request()).isPresent();
    }

    /** {@code …/service/S/operation/O}, where {@code S} may come with its namespace. */
    private Optional<String> operationName(HttpRequest request) {
        List<String> path = UriTemplate.split(request.rawPath());
        int at = path.size() - 4;
        if (at < 0 || !path.get(at).equals("service") || !path.get(at + 2).equals("operation")) {
            return Optional.empty();
        }
        String service = path.get(at + 1);
        boolean ours = service.substring(service.lastIndexOf('.') + 1).equals(serviceName);
        return ours ? Optional.of(path.get(at + 3)) : Optional.empty();
    }

    @Override
    public Optional<Operation<?, ?>> named(HttpRequest head) {
        return operationName(head).flatMap(operations::find);
    }

    @Override
    public Call decode(HttpRequest request) {
        if (request.headers().has("x-amz-target") || request.headers().has("x-amzn-target")) {
            throw new MalformedInput("A request names its operation once: in the path, not in a target header too");
        }
        String name = operationName(request).orElseThrow(() -> new UnknownOperation(Reason.MISSING, ""));
        if (!request.method().equals("POST")) {
            throw new UnknownOperation(Reason.METHOD, request.method());
        }
        Operation<?, ?> operation = operations.get(name);
        if (request.body().length > 0) {
            MediaTypes.require(request, MEDIA_TYPE);
        }
        StructBuilder input = operation.input().newBuilder();
        CborReader.readStruct(request.body(), input);
        return new Call(operation, input);
    }

    /** Clients take an answer without this header for a malformed one. */
    private static Headers.Builder headers(String requestId) {
        return Headers.builder().add("smithy-protocol", RequestHead.RPC_V2_CBOR).add("x-amzn-RequestId", requestId);
    }

    @Override
    public HttpResponse encode(Operation<?, ?> operation, Struct output, String requestId) {
        if (!operation.modelsOutput()) {
            return new HttpResponse(200, headers(requestId).build(), NO_BODY);
        }
        Headers headers = headers(requestId).add("Content-Type", MEDIA_TYPE).build();
        return new HttpResponse(200, headers, CborWriter.writeStruct(output, ""));
    }

    @Override
    public HttpResponse encodeError(WireError error, String requestId) {
        Headers.Builder headers = headers(requestId).add("Content-Type", MEDIA_TYPE);
        compatibility.addError(error, headers);
        String type = errorNames.id(error);
        byte[] body = error.detail().isPresent()
                ? CborWriter.writeStruct(error.detail().get(), type)
                : CborWriter.writeMessage(type, errorNames.messageMember(error), error.message());
        return new HttpResponse(error.status(), headers.build(), body);
    }
}
