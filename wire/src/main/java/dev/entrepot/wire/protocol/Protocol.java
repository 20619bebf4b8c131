package dev.entrepot.wire.protocol;

import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import java.util.Optional;

/** One service's contract in one protocol. */
public interface Protocol {
    /** Whether a request with this head, its body unread, speaks this protocol to this service. */
    boolean claims(RequestHead head);

    /**
     * The operation that a request of this protocol asks for, as far as its head tells: what bounds the body must be known before
     * the body is read.
     *
     * @return empty when the body alone tells, and when the service has no such operation
     */
    Optional<Operation<?, ?>> named(HttpRequest head);

    /**
     * @throws UnknownOperation when the request names no operation of the service
     * @throws dev.entrepot.wire.codec.MalformedInput when its input cannot be decoded
     */
    Call decode(HttpRequest request);

    HttpResponse encode(Operation<?, ?> operation, Struct output, String requestId);

    HttpResponse encodeError(WireError error, String requestId);
}
