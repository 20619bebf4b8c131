package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.CoralMessages;
import dev.entrepot.wire.validation.Violation;
import java.util.List;

/** The spelling of awsQuery services in general (wire dossier, section 8, second column). */
public record QueryErrorSpelling() implements ErrorSpelling {
    @Override
    public WireError notAuthenticated(NotAuthenticated failure) {
        String text = failure.getMessage();
        return switch (failure.failure()) {
            case MISSING_TOKEN -> WireError.plain("MissingAuthenticationToken", 403, text);
            case UNKNOWN_KEY -> WireError.plain("InvalidClientTokenId", 403, text);
            case SIGNATURE_MISMATCH, WRONG_SCOPE, NOT_YET_CURRENT ->
                WireError.plain("SignatureDoesNotMatch", 403, text);
            case EXPIRED -> WireError.plain("RequestExpired", 400, text);
            case MALFORMED -> WireError.plain("IncompleteSignature", 400, text);
            case INVALID_PARAMETER -> WireError.plain("InvalidParameterValue", 400, text);
            case MISSING_PARAMETER -> WireError.plain("MissingParameter", 400, text);
            case PARAMETER_COMBINATION -> WireError.plain("InvalidParameterCombination", 400, text);
        };
    }

    @Override
    public WireError accessDenied(AccessDenied denied) {
        return WireError.plain("AccessDenied", 403, denied.getMessage());
    }

    @Override
    public WireError framework(FrameworkFailure failure, String detail) {
        return switch (failure) {
            case MISSING_OPERATION ->
                WireError.plain("MissingAction", 400, "The request must contain the parameter Action.");
            case UNKNOWN_OPERATION -> WireError.plain("InvalidAction", 400, "The requested action does not exist.");
            case UNKNOWN_VERSION ->
                WireError.plain("NoSuchVersion", 400, "The requested version of the API does not exist.");
            case METHOD_NOT_ALLOWED ->
                WireError.plain("MethodNotAllowed", 405, "The HTTP method of this request must be GET or POST.");
            case UNSUPPORTED_MEDIA_TYPE -> WireError.plain("UnsupportedMediaType", 415, detail);
            case NOT_ACCEPTABLE -> WireError.plain("NotAcceptable", 406, detail);
            case BODY_TOO_LARGE -> WireError.plain("RequestEntityTooLarge", 413, detail);
            case BODY_TOO_SLOW -> WireError.plain("RequestTimeout", 400, "The request body did not arrive in time.");
            case OVERLOADED ->
                WireError.plain("ServiceUnavailable", 503, "The server is busy. Please try again in a moment.");
            case INTERNAL ->
                WireError.plain("InternalFailure", 500, "The request failed because of an internal error.");
        };
    }

    @Override
    public WireError undecodable(MalformedInput malformed) {
        String at = malformed.member().isEmpty() ? "" : " at " + malformed.member();
        return WireError.plain("MalformedInput", 400, malformed.getMessage() + at);
    }

    @Override
    public WireError invalid(List<Violation> violations) {
        return WireError.plain("ValidationError", 400, CoralMessages.of(violations));
    }
}
