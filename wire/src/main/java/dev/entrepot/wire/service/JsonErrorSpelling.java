package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.Violation;
import java.util.List;
import java.util.function.Function;

/**
 * The spelling that services with JSON over REST share (wire dossier, section 8, first column).
 *
 * @param validation the service's own error for broken constraints
 */
public record JsonErrorSpelling(Function<List<Violation>, WireError> validation) implements ErrorSpelling {
    @Override
    public WireError notAuthenticated(NotAuthenticated failure) {
        String code = switch (failure.failure()) {
            case MISSING_TOKEN -> "MissingAuthenticationTokenException";
            case UNKNOWN_KEY -> "UnrecognizedClientException";
            case SIGNATURE_MISMATCH, EXPIRED, NOT_YET_CURRENT, WRONG_SCOPE -> "InvalidSignatureException";
            case MALFORMED, INVALID_PARAMETER, MISSING_PARAMETER, PARAMETER_COMBINATION ->
                "IncompleteSignatureException";
        };
        return WireError.plain(code, 403, failure.getMessage());
    }

    @Override
    public WireError framework(FrameworkFailure failure, String detail) {
        return switch (failure) {
            case MISSING_OPERATION, UNKNOWN_OPERATION, UNKNOWN_VERSION ->
                WireError.plain("UnknownOperationException", 404, "The requested operation does not exist.");
            case UNSUPPORTED_MEDIA_TYPE -> WireError.plain("UnsupportedMediaTypeException", 415, detail);
            case BODY_TOO_LARGE -> WireError.plain("RequestEntityTooLargeException", 413, detail);
            case ACCESS_DENIED -> WireError.plain("AccessDeniedException", 403, detail);
            case INTERNAL ->
                WireError.plain("InternalFailure", 500, "The request failed because of an internal error.");
        };
    }

    @Override
    public WireError undecodable(MalformedInput malformed) {
        return WireError.plain("SerializationException", 400, malformed.getMessage());
    }

    @Override
    public WireError invalid(List<Violation> violations) {
        return validation.apply(violations);
    }
}
