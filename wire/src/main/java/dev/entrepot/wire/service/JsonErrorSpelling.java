package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.Violation;
import java.util.List;
import java.util.function.Function;

/**
 * The spelling that restJson1, rpcv2Cbor and awsJson1_0 share (wire dossier, section 8, first column).
 *
 * @param statuses those of the service's protocol
 * @param validation the service's own error for broken constraints
 */
public record JsonErrorSpelling(Statuses statuses, Function<List<Violation>, WireError> validation)
        implements ErrorSpelling {
    /** Live services that speak awsJson answer 400 where others have a status of its own. */
    public enum Statuses {
        /** restJson1 and rpcv2Cbor */
        DISTINCT {
            @Override
            int of(int distinct) {
                return distinct;
            }
        },
        /** awsJson1_0 */
        BAD_REQUEST {
            @Override
            int of(int distinct) {
                return 400;
            }
        };

        abstract int of(int distinct);
    }

    /** For restJson1 and rpcv2Cbor. */
    public JsonErrorSpelling(Function<List<Violation>, WireError> validation) {
        this(Statuses.DISTINCT, validation);
    }

    @Override
    public WireError notAuthenticated(NotAuthenticated failure) {
        String code = switch (failure.failure()) {
            case MISSING_TOKEN -> "MissingAuthenticationTokenException";
            case UNKNOWN_KEY -> "UnrecognizedClientException";
            case SIGNATURE_MISMATCH, EXPIRED, NOT_YET_CURRENT, WRONG_SCOPE -> "InvalidSignatureException";
            case MALFORMED, INVALID_PARAMETER, MISSING_PARAMETER, PARAMETER_COMBINATION ->
                "IncompleteSignatureException";
        };
        return WireError.plain(code, statuses.of(403), failure.getMessage());
    }

    @Override
    public WireError accessDenied(AccessDenied denied) {
        return WireError.plain("AccessDeniedException", statuses.of(403), denied.getMessage());
    }

    @Override
    public WireError framework(FrameworkFailure failure, String detail) {
        return switch (failure) {
            case MISSING_OPERATION, UNKNOWN_OPERATION, UNKNOWN_VERSION ->
                WireError.plain(
                        "UnknownOperationException", statuses.of(404), "The requested operation does not exist.");
            case METHOD_NOT_ALLOWED ->
                WireError.plain("MethodNotAllowedException", 405, "The HTTP method of this request must be POST.");
            case UNSUPPORTED_MEDIA_TYPE -> WireError.plain("UnsupportedMediaTypeException", 415, detail);
            case NOT_ACCEPTABLE -> WireError.plain("NotAcceptableException", 406, detail);
            case BODY_TOO_LARGE -> WireError.plain("RequestEntityTooLargeException", 413, detail);
            case BODY_TOO_SLOW -> WireError.plain("RequestTimeout", 400, "The request body did not arrive in time.");
            case OVERLOADED ->
                WireError.plain("ServiceUnavailable", 503, "The server is busy. Please try again in a moment.");
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
