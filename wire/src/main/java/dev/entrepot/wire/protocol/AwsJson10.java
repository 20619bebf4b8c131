package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.codec.JsonReader;
import dev.entrepot.wire.codec.JsonWriter;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.UnknownOperation.Reason;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import java.util.Optional;

/** {@code aws.protocols#awsJson1_0} (wire dossier, section 4). */
public final class AwsJson10 implements Protocol {
    private static final String MEDIA_TYPE = "application/x-amz-json-1.0";
    private static final JsonReader READER = new JsonReader(JsonFlavour.RPC);
    private static final JsonWriter WRITER = new JsonWriter(JsonFlavour.RPC);
    private static final byte[] NO_BODY = {};

    private final String targetPrefix;
    private final OperationNames operations;
    private final ErrorNames errorNames;
    private final QueryCompatibility compatibility;

    public AwsJson10(Service service) {
        this(service, QueryCompatibility.NONE);
    }

    private AwsJson10(Service service, QueryCompatibility compatibility) {
        this.targetPrefix = service.name() + ".";
        this.operations = new OperationNames(service);
        this.errorNames = new ErrorNames(service);
        this.compatibility = compatibility;
    }

    /** For a service that once spoke awsQuery and gives its old error codes too. */
    public static AwsJson10 queryCompatible(Service service) {
        return new AwsJson10(service, QueryCompatibility.COMPATIBLE);
    }

    @Override
    public boolean claims(RequestHead head) {
        return !head.speaksRpcV2()
                && head.request()
                        .header("x-amz-target")
                        .filter(target -> target.startsWith(targetPrefix))
                        .isPresent();
    }

    @Override
    public Optional<Operation<?, ?>> named(HttpRequest head) {
        return head.header("x-amz-target").flatMap(target -> operations.find(target.substring(targetPrefix.length())));
    }

    @Override
    public Call decode(HttpRequest request) {
        String target = request.header("x-amz-target").orElseThrow(() -> new UnknownOperation(Reason.MISSING, ""));
        if (request.headers().all("x-amz-target").size() > 1) {
            throw new UnknownOperation(Reason.UNKNOWN, target);
        }
        if (!request.method().equals("POST")) {
            throw new UnknownOperation(Reason.METHOD, request.method());
        }
        Operation<?, ?> operation = operations.get(target.substring(targetPrefix.length()));
        if (request.headers().has("content-type")) {
            MediaTypes.require(request, MEDIA_TYPE);
        }
        StructBuilder input = operation.input().newBuilder();
        READER.readStruct(request.body(), input);
        return new Call(operation, input);
    }

    /** The content type stands on empty bodies too. */
    private static Headers.Builder headers(String requestId) {
        return Headers.builder().add("x-amzn-RequestId", requestId).add("Content-Type", MEDIA_TYPE);
    }

    @Override
    public HttpResponse encode(Operation<?, ?> operation, Struct output, String requestId) {
        byte[] body = operation.modelsOutput() ? WRITER.writeStruct(output, every -> true, "") : NO_BODY;
        return new HttpResponse(200, headers(requestId).build(), body);
    }

    @Override
    public HttpResponse encodeError(WireError error, String requestId) {
        Headers.Builder headers = headers(requestId).add("x-amzn-ErrorType", error.code());
        compatibility.addError(error, headers);
        String type = errorNames.id(error);
        byte[] body = error.detail().isPresent()
                ? WRITER.writeStruct(error.detail().get(), every -> true, type)
                : WRITER.writeMessage(type, errorNames.messageMember(error), error.message());
        return new HttpResponse(error.status(), headers.build(), body);
    }
}
