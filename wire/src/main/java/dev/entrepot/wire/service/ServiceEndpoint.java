package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.Call;
import dev.entrepot.wire.protocol.NotAcceptable;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RequestHead;
import dev.entrepot.wire.protocol.UnknownOperation;
import dev.entrepot.wire.protocol.UnsupportedMediaType;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.ApiException;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.validation.Validator;
import dev.entrepot.wire.validation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One service in one protocol: the single place where exceptions become answers. */
public final class ServiceEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceEndpoint.class);

    private final Protocol protocol;
    private final ErrorSpelling errors;
    private final SignatureRules signature;
    private final Authenticator authenticator;
    private final BodyLimits bodyLimits;
    private final Map<String, BoundOperation<?, ?>> handlers;

    public ServiceEndpoint(
            Protocol protocol,
            ErrorSpelling errors,
            SignatureRules signature,
            Authenticator authenticator,
            BodyLimits bodyLimits,
            List<BoundOperation<?, ?>> handlers) {
        this.protocol = protocol;
        this.errors = errors;
        this.signature = signature;
        this.authenticator = authenticator;
        this.bodyLimits = bodyLimits;
        this.handlers = handlers.stream()
                .collect(Collectors.toMap(bound -> bound.operation().name(), bound -> bound));
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Those that have a handler. */
    public List<Operation<?, ?>> operations() {
        return handlers.values().stream()
                .<Operation<?, ?>>map(BoundOperation::operation)
                .toList();
    }

    /**
     * Does an operation for a caller inside this process, with the checks and errors of the wire.
     *
     * @throws Refused for whatever the wire would answer with an error
     */
    <I extends Struct, O extends Struct> O call(Operation<I, O> operation, I input, RequestContext context) {
        try (var _ = MDC.putCloseable("request", context.requestId())) {
            try {
                return called(operation, input, context);
            } catch (RuntimeException | StackOverflowError failure) {
                throw new Refused(spell(failure, operation.name(), context.requestId()));
            }
        }
    }

    @SuppressWarnings("unchecked") // the handler was bound to this very operation
    private <I extends Struct, O extends Struct> O called(Operation<I, O> operation, I input, RequestContext context) {
        BoundOperation<?, ?> bound = handler(operation.name());
        List<Violation> violations = Validator.check(input);
        if (!violations.isEmpty()) {
            throw new Refused(errors.invalid(violations));
        }
        return (O) context.during(() -> invoke(bound, input, context));
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        if (!protocol.claims(RequestHead.of(head))) {
            return Optional.empty();
        }
        BodyLimit limit = protocol.named(head).map(bodyLimits::of).orElseGet(bodyLimits::largest);
        return Optional.of(new ServiceClaim(limit));
    }

    private final class ServiceClaim implements Claim {
        private final BodyLimit bodyLimit;
        private volatile String operation = "";

        ServiceClaim(BodyLimit bodyLimit) {
            this.bodyLimit = bodyLimit;
        }

        @Override
        public String service() {
            return signature.signingName();
        }

        @Override
        public String operation() {
            return operation;
        }

        @Override
        public BodyLimit bodyLimit() {
            return bodyLimit;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            String requestId = UUID.randomUUID().toString();
            try (var _ = MDC.putCloseable("request", requestId)) { // around the catch, which logs
                try {
                    return answer(request, requestId);
                } catch (RuntimeException | StackOverflowError failure) {
                    return protocol.encodeError(spell(failure, request.toString(), requestId), requestId);
                }
            }
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            WireError error = switch (why) {
                case TOO_LARGE -> errors.framework(FrameworkFailure.BODY_TOO_LARGE, BodyTooLarge.message(bodyLimit));
                case TOO_SLOW -> errors.framework(FrameworkFailure.BODY_TOO_SLOW, "");
                case BROKEN_OFF ->
                    errors.undecodable(new MalformedInput("The request body broke off or is not framed as stated"));
                case NO_ROOM -> errors.framework(FrameworkFailure.OVERLOADED, "");
            };
            return protocol.encodeError(error, UUID.randomUUID().toString());
        }

        private HttpResponse answer(HttpRequest request, String requestId) {
            Caller caller = authenticator.verify(request, signature);
            Call call = protocol.decode(ContentCoding.undo(request, bodyLimit));
            BoundOperation<?, ?> bound = handler(call.operation().name());
            operation = call.operation().name();
            List<Violation> violations = Validator.check(call.input());
            if (!violations.isEmpty()) {
                return protocol.encodeError(errors.invalid(violations), requestId);
            }
            var context = RequestContext.of(caller, request.headers(), requestId);
            Struct output = context.during(() -> invoke(bound, call.input().build(), context));
            return protocol.encode(call.operation(), output, requestId);
        }
    }

    /** A contract may have more operations than the service answers. */
    private BoundOperation<?, ?> handler(String operation) {
        return Optional.<BoundOperation<?, ?>>ofNullable(handlers.get(operation))
                .orElseThrow(() -> new UnknownOperation(UnknownOperation.Reason.UNKNOWN, operation));
    }

    @SuppressWarnings("unchecked") // the builder came from this very operation's input schema
    private static <I extends Struct, O extends Struct> O invoke(
            BoundOperation<I, O> bound, Struct input, RequestContext context) {
        return bound.handler().handle((I) input, context);
    }

    private WireError spell(Throwable failure, String request, String requestId) {
        return switch (failure) {
            case ApiException error -> WireError.of(error);
            case Refused refused -> refused.error();
            case NotAuthenticated unknown -> errors.notAuthenticated(unknown);
            case AccessDenied denied -> errors.accessDenied(denied);
            case MalformedInput malformed -> errors.undecodable(malformed);
            case BodyTooLarge large -> errors.framework(FrameworkFailure.BODY_TOO_LARGE, large.getMessage());
            case UnsupportedMediaType type ->
                errors.framework(FrameworkFailure.UNSUPPORTED_MEDIA_TYPE, type.getMessage());
            case NotAcceptable type -> errors.framework(FrameworkFailure.NOT_ACCEPTABLE, type.getMessage());
            case UnknownOperation unknown ->
                errors.framework(
                        switch (unknown.reason()) {
                            case MISSING -> FrameworkFailure.MISSING_OPERATION;
                            case METHOD -> FrameworkFailure.METHOD_NOT_ALLOWED;
                            case UNKNOWN -> FrameworkFailure.UNKNOWN_OPERATION;
                            case VERSION -> FrameworkFailure.UNKNOWN_VERSION;
                        },
                        unknown.name());
            default -> {
                LOG.error("Request {} ({}) failed", requestId, request, failure);
                yield errors.framework(FrameworkFailure.INTERNAL, "");
            }
        };
    }
}
