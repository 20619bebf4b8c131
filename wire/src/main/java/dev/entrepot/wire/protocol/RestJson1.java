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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code aws.protocols#restJson1} (wire dossier, section 6). */
public final class RestJson1 implements Protocol {
    private static final JsonReader READER = new JsonReader(JsonFlavour.REST);
    private static final JsonWriter WRITER = new JsonWriter(JsonFlavour.REST);
    private static final byte[] NO_BODY = {};

    private final Service service;
    private final String basePath;
    private final List<Route> routes;

    private record Route(UriTemplate uri, int status, Operation<?, ?> operation) {}

    /** @param basePath what every path of the service begins with, such as {@code /v2/} */
    public RestJson1(Service service, String basePath) {
        this.service = service;
        this.basePath = basePath;
        this.routes = service.operations().stream()
                .flatMap(operation -> operation.bindings().stream()
                        .map(binding -> new Route(
                                new UriTemplate(binding.method(), binding.uri()), binding.status(), operation)))
                .toList();
    }

    @Override
    public boolean claims(RequestHead head) {
        if (head.scopedTo(service.signingName())) {
            return head.request().rawPath().startsWith(basePath);
        }
        return !head.scopedTo("s3") && route(head.request()).isPresent();
    }

    private Optional<Route> route(HttpRequest request) {
        return routes.stream().filter(route -> route.uri.matches(request)).findFirst();
    }

    @Override
    public Call decode(HttpRequest request) {
        Operation<?, ?> operation = route(request)
                .map(Route::operation)
                .orElseThrow(() -> new UnknownOperation(UnknownOperation.Reason.UNKNOWN, request.rawPath()));
        StructBuilder input = operation.input().newBuilder();
        if (request.body().length > 0) {
            requireJson(request);
            READER.readStruct(request.body(), input);
        }
        return new Call(operation, input);
    }

    private static void requireJson(HttpRequest request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        if (!(parameters < 0 ? type : type.substring(0, parameters)).strip().equals("application/json")) {
            throw new UnsupportedMediaType("application/json");
        }
    }

    @Override
    public HttpResponse encode(Operation<?, ?> operation, Struct output, String requestId) {
        int status = operation.bindings().getFirst().status();
        if (!operation.modelsOutput()) {
            return new HttpResponse(status, Headers.of("x-amzn-RequestId", requestId), NO_BODY);
        }
        return new HttpResponse(
                status,
                Headers.of("Content-Type", "application/json", "x-amzn-RequestId", requestId),
                WRITER.writeStruct(output, every -> true, ""));
    }

    @Override
    public HttpResponse encodeError(WireError error, String requestId) {
        Headers headers = Headers.of(
                "Content-Type", "application/json", "x-amzn-RequestId", requestId, "x-amzn-ErrorType", error.code());
        // __type repeats the header for tools that read bodies only.
        byte[] body = error.detail().isPresent()
                ? WRITER.writeStruct(error.detail().get(), every -> true, error.code())
                : WRITER.writeMessage(error.code(), error.message());
        return new HttpResponse(error.status(), headers, body);
    }
}
