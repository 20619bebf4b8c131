package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.codec.JsonReader;
import dev.entrepot.wire.codec.JsonWriter;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** {@code aws.protocols#restJson1} (wire dossier, section 6). */
public final class RestJson1 implements Protocol {
    private static final JsonWriter WRITER = new JsonWriter(JsonFlavour.REST);

    private final Service service;
    private final String basePath;
    private final Map<String, RestOutput> outputs;
    private final RouteTable routes;
    private final ErrorNames errorNames;
    private final Map<StructSchema, RestOutput> errors = new ConcurrentHashMap<>();

    /** @param basePath what every path of the service begins with, such as {@code /v2/} */
    public RestJson1(Service service, String basePath) {
        this(service, basePath, JsonFlavour.REST);
    }

    /** @param requests the flavour that requests are read in */
    public RestJson1(Service service, String basePath, JsonFlavour requests) {
        this.service = service;
        this.basePath = basePath;
        this.outputs = service.operations().stream()
                .collect(Collectors.toMap(Operation::name, each -> RestOutput.of(each.output(), each.modelsOutput())));
        this.routes = new RouteTable(service.operations(), new JsonReader(requests));
        this.errorNames = new ErrorNames(service);
    }

    @Override
    public boolean claims(RequestHead head) {
        if (head.speaksRpc()) {
            return false;
        }
        if (head.scopedTo(service.signingName())) {
            return head.request().rawPath().startsWith(basePath);
        }
        return !head.scopedTo("s3") && routes.match(head.request()).isPresent();
    }

    @Override
    public Optional<Operation<?, ?>> named(HttpRequest head) {
        return routes.match(head).map(RouteTable.Match::operation);
    }

    @Override
    public Call decode(HttpRequest request) {
        RouteTable.Match match = routes.match(request)
                .orElseThrow(() -> new UnknownOperation(UnknownOperation.Reason.UNKNOWN, request.rawPath()));
        outputs.get(match.operation().name()).requireAccepted(request);
        StructBuilder input = match.operation().input().newBuilder();
        match.input().read(request, match.labels(), input);
        return new Call(match.operation(), input);
    }

    @Override
    public HttpResponse encode(Operation<?, ?> operation, Struct output, String requestId) {
        int status = operation.bindings().getFirst().status();
        return outputs.get(operation.name()).write(output, status, headers(requestId));
    }

    private static Headers.Builder headers(String requestId) {
        return Headers.builder().add("x-amzn-RequestId", requestId);
    }

    /** The body repeats the header as {@code __type}, for tools and people that read bodies only. */
    @Override
    public HttpResponse encodeError(WireError error, String requestId) {
        Headers.Builder headers = headers(requestId).add("X-Amzn-Errortype", error.code());
        if (error.detail().isEmpty()) {
            byte[] body = WRITER.writeMessage(error.code(), errorNames.messageMember(error), error.message());
            return new HttpResponse(
                    error.status(), headers.add("Content-Type", MediaTypes.JSON).build(), body);
        }
        Struct detail = error.detail().get();
        return errors.computeIfAbsent(detail.schema(), schema -> RestOutput.of(schema, true))
                .write(detail, error.code(), error.status(), headers);
    }
}
