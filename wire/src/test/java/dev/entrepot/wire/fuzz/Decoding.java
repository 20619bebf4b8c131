package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.conformance.Trees;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.Call;
import dev.entrepot.wire.protocol.NotAcceptable;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.UnknownOperation;
import dev.entrepot.wire.protocol.UnsupportedMediaType;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.validation.Validator;
import java.util.Optional;

/**
 * A request is decoded or refused in one of the documented ways, and what was decoded is the same again after it has been
 * written and read.
 *
 * @param writer makes of a decoded input a request that says the same
 */
record Decoding(Protocol protocol, Writer writer) {

    interface Writer {
        /** Empty when the other spelling has no room for it. */
        Optional<HttpRequest> write(HttpRequest original, Operation<?, ?> operation, Struct input);
    }

    /** A protocol whose answers are written as its requests are. */
    static Decoding mirrored(Protocol protocol) {
        return new Decoding(protocol, (original, operation, input) -> {
            HttpResponse answer = protocol.encode(operation, input, "id");
            Headers.Builder headers = Headers.builder();
            answer.headers().forEach(headers::add);
            original.header("x-amz-target").ifPresent(target -> headers.add("x-amz-target", target));
            return Optional.of(new HttpRequest(
                    original.method(), original.rawPath(), original.rawQuery(), headers.build(), answer.body()));
        });
    }

    /** The decoded input, when there is one. */
    Optional<Struct> check(HttpRequest request) {
        Call call;
        try {
            call = protocol.decode(request);
        } catch (MalformedInput | UnknownOperation | UnsupportedMediaType | NotAcceptable refused) {
            return Optional.empty();
        }
        Validator.check(call.input());
        Struct input = call.input().build();
        writer.write(request, call.operation(), input).ifPresent(written -> {
            Struct again = protocol.decode(written).input().build();
            Same.require(Trees.of(again), Trees.of(input));
        });
        return Optional.of(input);
    }
}
