package dev.entrepot.wire.conformance;

import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.ErrorSpelling;
import dev.entrepot.wire.service.Refused;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoint that ships, with every caller known and handlers that only note their input. */
final class SuiteEndpoint {
    private static final Caller CALLER = new Caller("000000000000", "us-east-1", "AKIDEXAMPLE");
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.mebibytes(16));

    private final ServiceEndpoint endpoint;
    private @Nullable Reached reached;

    /** What came through to a handler. */
    record Reached(Operation<?, ?> operation, Struct input) {}

    /** @param reached null when the request was answered before any handler */
    record Exchange(HttpResponse response, @Nullable Reached reached) {}

    SuiteEndpoint(Service service, Protocol protocol, ErrorSpelling errors) {
        List<BoundOperation<?, ?>> handlers = new java.util.ArrayList<>();
        service.operations().forEach(operation -> handlers.add(noting(operation)));
        endpoint = new ServiceEndpoint(
                protocol,
                errors,
                SignatureRules.version4(service.signingName()),
                (request, rules) -> CALLER,
                BODIES,
                handlers);
    }

    private <I extends Struct, O extends Struct> BoundOperation<I, O> noting(Operation<I, O> operation) {
        return new BoundOperation<>(operation, (input, context) -> {
            reached = new Reached(operation, input);
            throw new Refused(WireError.plain("Noted", 418, "The handler was reached."));
        });
    }

    Exchange send(HttpRequest request) {
        reached = null;
        HttpRequest head = new HttpRequest(
                request.method(), request.rawPath(), request.rawQuery(), request.headers(), new byte[0]);
        HttpResponse response = endpoint.claim(head)
                .orElseThrow(() -> new AssertionError("Nobody claims " + request + " with body "
                        + new String(request.body(), StandardCharsets.UTF_8)))
                .handle(request);
        return new Exchange(response, reached);
    }
}
