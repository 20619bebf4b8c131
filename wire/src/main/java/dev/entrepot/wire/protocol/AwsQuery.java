package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.FormParameters;
import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.codec.QueryReader;
import dev.entrepot.wire.codec.XmlText;
import dev.entrepot.wire.codec.XmlWriter;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.UnknownOperation.Reason;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** {@code aws.protocols#awsQuery} (wire dossier, section 7). */
public final class AwsQuery implements Protocol {
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final Service service;
    private final QueryFlavour flavour;
    private final QueryEnvelope envelope;
    private final QueryReader reader;
    private final OperationNames operations;

    public AwsQuery(Service service, QueryFlavour flavour, QueryEnvelope envelope) {
        this.service = service;
        this.flavour = flavour;
        this.envelope = envelope;
        this.reader = new QueryReader(flavour);
        this.operations = new OperationNames(service);
    }

    @Override
    public boolean claims(RequestHead head) {
        boolean ours = head.request().rawPath().equals("/") && !head.speaksRpc();
        return ours && head.scopeService().map(service.signingName()::equals).orElse(head.speaksQuery());
    }

    @Override
    public Optional<Operation<?, ?>> named(HttpRequest head) {
        return Optional.empty(); // most clients post the name
    }

    @Override
    public Call decode(HttpRequest request) {
        if (!METHODS.contains(request.method())) {
            throw new UnknownOperation(Reason.METHOD, request.method());
        }
        FormParameters form = formOf(request);
        String action = form.first("Action").orElseThrow(() -> new UnknownOperation(Reason.MISSING, ""));
        String version = form.first("Version").orElse("");
        if (!version.equals(service.version())) {
            throw new UnknownOperation(Reason.VERSION, version);
        }
        Operation<?, ?> operation = operations.get(action);
        StructBuilder input = operation.input().newBuilder();
        reader.readStruct(form, input);
        return new Call(operation, input);
    }

    private static FormParameters formOf(HttpRequest request) {
        return request.method().equals("POST") && request.body().length > 0
                ? FormParameters.parse(request.body())
                : FormParameters.parse(request.rawQuery());
    }

    @Override
    public HttpResponse encode(Operation<?, ?> operation, Struct output, String requestId) {
        var out = new StringBuilder(512).append("<?xml version=\"1.0\"?>\n<");
        out.append(operation.name()).append("Response");
        XmlText.namespace(out, service.xmlNamespace());
        out.append('>');
        if (operation.modelsOutput()) {
            out.append('<').append(operation.name()).append("Result>");
            new XmlWriter(flavour, out).members(output);
            out.append("</").append(operation.name()).append("Result>");
        }
        envelope.metadata(out, operation, requestId);
        out.append("</").append(operation.name()).append("Response>");
        return answer(200, out, requestId);
    }

    @Override
    public HttpResponse encodeError(WireError error, String requestId) {
        var out = new StringBuilder(512).append("<?xml version=\"1.0\"?>\n");
        WireError spelt = error.inQuery();
        envelope.error(out, spelt, requestId);
        return answer(spelt.status(), out, requestId);
    }

    private static HttpResponse answer(int status, StringBuilder xml, String requestId) {
        return new HttpResponse(
                status,
                Headers.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
                xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
