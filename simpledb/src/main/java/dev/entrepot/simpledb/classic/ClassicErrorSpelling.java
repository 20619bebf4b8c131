package dev.entrepot.simpledb.classic;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.service.ErrorSpelling;
import dev.entrepot.wire.service.FrameworkFailure;
import dev.entrepot.wire.validation.Violation;
import java.util.List;

/** How the classic API spells what went wrong before a handler ran. */
final class ClassicErrorSpelling implements ErrorSpelling {
    @Override
    public WireError notAuthenticated(NotAuthenticated failure) {
        String text = failure.getMessage();
        return switch (failure.failure()) {
            case MISSING_TOKEN -> ClassicError.AUTH_MISSING_FAILURE.wire();
            case UNKNOWN_KEY -> ClassicError.AUTH_FAILURE.wire();
            case MALFORMED -> ClassicError.INCOMPLETE_SIGNATURE.wire(text);
            case SIGNATURE_MISMATCH, WRONG_SCOPE -> ClassicError.SIGNATURE_DOES_NOT_MATCH.wire(text);
            case EXPIRED, NOT_YET_CURRENT -> ClassicError.REQUEST_EXPIRED.wire(text);
            case INVALID_PARAMETER -> WireError.plain("InvalidParameterValue", 400, text);
            case MISSING_PARAMETER -> ClassicError.MISSING_PARAMETER.wire(text);
            case PARAMETER_COMBINATION -> ClassicError.INVALID_PARAMETER_COMBINATION.wire(text);
        };
    }

    @Override
    public WireError accessDenied(AccessDenied denied) {
        return ClassicError.ACCESS_FAILURE.wire(denied.resource());
    }

    @Override
    public WireError framework(FrameworkFailure failure, String detail) {
        return switch (failure) {
            case MISSING_OPERATION -> ClassicError.MISSING_ACTION.wire();
            case UNKNOWN_OPERATION -> ClassicError.INVALID_ACTION.wire(detail);
            case UNKNOWN_VERSION -> ClassicError.NO_SUCH_VERSION.wire(detail);
            case METHOD_NOT_ALLOWED -> ClassicError.UNSUPPORTED_HTTP_VERB.wire(detail);
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE, BODY_TOO_LARGE ->
                ClassicError.INVALID_HTTP_REQUEST.wire(detail);
            case BODY_TOO_SLOW -> ClassicError.REQUEST_TIMEOUT.wire();
            case OVERLOADED -> ClassicError.SERVICE_UNAVAILABLE.wire();
            case INTERNAL -> ClassicError.INTERNAL_ERROR.wire();
        };
    }

    @Override
    public WireError undecodable(MalformedInput malformed) {
        return switch (malformed.member()) {
            case "Replace" -> flag(malformed, "Replace", "Replace flag");
            case "Exists" -> invalid(malformed, "Expected.Exists", "Expected.Exists should be either true or false.");
            case "ConsistentRead" -> flag(malformed, "ConsistentRead", "ConsistentRead flag");
            case "MaxNumberOfDomains" ->
                invalid(malformed, "MaxNumberOfDomains", "MaxNumberOfDomains must be between 1 and 100.");
            case "" -> ClassicError.INVALID_HTTP_REQUEST.wire(malformed.getMessage());
            default -> invalid(malformed, malformed.member(), malformed.getMessage() + ".");
        };
    }

    private static WireError flag(MalformedInput malformed, String parameter, String called) {
        return invalid(malformed, parameter, "The " + called + " should be either true or false.");
    }

    private static WireError invalid(MalformedInput malformed, String parameter, String rule) {
        return ClassicError.INVALID_PARAMETER_VALUE.wire(malformed.value(), parameter + " is invalid. " + rule);
    }

    @Override
    public WireError invalid(List<Violation> violations) {
        // The contract leaves all limits to the rules of ItemRules; what it demands itself is that members are there.
        return ClassicError.MISSING_PARAMETER.wire(missing(violations.getFirst()));
    }

    private static String missing(Violation violation) {
        String name = violation.member().xmlName();
        boolean inAttribute = violation.parent().schema().name().endsWith("ableAttribute");
        if (inAttribute && name.equals("Value")) {
            return "Attribute.Value missing for Attribute.Name='%s'.".formatted(sibling(violation.parent(), "Name"));
        }
        if (inAttribute) {
            return "Attribute.Name missing for Attribute.Value='%s'.".formatted(sibling(violation.parent(), "Value"));
        }
        if (name.equals("Attribute")) {
            boolean inItem = violation.path().size() > 1;
            return inItem
                    ? "No attributes for item ='%s'.".formatted(sibling(violation.parent(), "Name"))
                    : "No attributes";
        }
        String stop = name.equals("DomainName") || name.equals("ItemName") ? "." : "";
        return "The request must contain the parameter " + name + stop;
    }

    private static Object sibling(Struct parent, String member) {
        return parent.schema()
                .member(member)
                .map(found -> parent.get(found.index()))
                .orElse("");
    }
}
