package dev.entrepot.simpledb.classic;

import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.service.Refused;

/** Every error of the classic API that we answer: code, HTTP status and text (SimpleDB dossier, section 3.10). */
public enum ClassicError {
    ACCESS_FAILURE("AccessFailure", 403, "Access to the resource %s is denied."),
    ATTRIBUTE_DOES_NOT_EXIST("AttributeDoesNotExist", 404, "Attribute (%s) does not exist"),
    AUTH_FAILURE("AuthFailure", 403, "AWS was not able to validate the provided access keys."),
    AUTH_MISSING_FAILURE(
            "AuthMissingFailure", 403, "AWS was not able to authenticate the request: access keys are missing."),
    CONDITION_VALUE_EXISTS("ConditionalCheckFailed", 409, "Conditional check failed. Attribute (%s) value exists."),
    CONDITION_OTHER_VALUE(
            "ConditionalCheckFailed",
            409,
            "Conditional check failed. Attribute (%s) value is (%s) but was expected (%s)"),
    DELETE_CONFLICT("DeleteConflictException", 409, "Cannot delete domain due to a PENDING or IN_PROGRESS export."),
    DUPLICATE_ITEM_NAME("DuplicateItemName", 400, "Item %s was specified more than once."),
    EXISTS_AND_EXPECTED_VALUE(
            "ExistsAndExpectedValue", 400, "Expected.Exists=false and Expected.Value cannot be specified together"),
    INCOMPLETE_EXPECTED_VALUES(
            "IncompleteExpectedValues",
            400,
            "If Expected.Exists = True or unspecified, then Expected.Value has to be specified"),
    INCOMPLETE_SIGNATURE("IncompleteSignature", 400, "%s"),
    INTERNAL_ERROR("InternalError", 500, "Request could not be executed due to an internal service error."),
    INVALID_ACTION("InvalidAction", 400, "The action %s is not valid for this web service."),
    INVALID_HTTP_REQUEST("InvalidHttpRequest", 400, "The HTTP request is invalid. Reason: %s"),
    INVALID_NEXT_TOKEN("InvalidNextToken", 400, "The specified next token is not valid."),
    INVALID_NUMBER_PREDICATES("InvalidNumberPredicates", 400, "Too many predicates in the query expression."),
    INVALID_NUMBER_VALUE_TESTS(
            "InvalidNumberValueTests", 400, "Too many value tests per predicate in the query expression."),
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", 400, "%s"),
    INVALID_PARAMETER_VALUE("InvalidParameterValue", 400, "Value (%s) for parameter %s"),
    INVALID_QUERY_EXPRESSION("InvalidQueryExpression", 400, "The specified query expression syntax is not valid."),
    INVALID_SORT_EXPRESSION(
            "InvalidSortExpression",
            400,
            "Invalid sort expression. The sort attribute must be present in at least one of the predicates, and the"
                    + " predicate cannot contain the is null operator."),
    MISSING_ACTION("MissingAction", 400, "No action was supplied with this request."),
    MISSING_PARAMETER("MissingParameter", 400, "%s"),
    MULTIPLE_EXISTS_CONDITIONS("MultipleExistsConditions", 400, "Only one Exists condition can be specified"),
    MULTIPLE_EXPECTED_NAMES("MultipleExpectedNames", 400, "Only one Expected.Name can be specified"),
    MULTIPLE_EXPECTED_VALUES("MultipleExpectedValues", 400, "Only one Expected.Value can be specified"),
    MULTI_VALUED_ATTRIBUTE(
            "MultiValuedAttribute",
            409,
            "Attribute (%s) is multi-valued. Conditional check can only be performed on a single-valued attribute"),
    NO_SUCH_DOMAIN("NoSuchDomain", 400, "The specified domain does not exist."),
    NO_SUCH_VERSION("NoSuchVersion", 400, "The requested version (%s) of service AmazonSimpleDB does not exist."),
    NUMBER_DOMAIN_ATTRIBUTES_EXCEEDED("NumberDomainAttributesExceeded", 409, "Too many attributes in this domain."),
    NUMBER_DOMAIN_BYTES_EXCEEDED("NumberDomainBytesExceeded", 409, "Too many bytes in this domain."),
    NUMBER_DOMAINS_EXCEEDED("NumberDomainsExceeded", 409, "The domain limit was exceeded."),
    NUMBER_ITEM_ATTRIBUTES_EXCEEDED("NumberItemAttributesExceeded", 409, "Too many attributes in this item."),
    NUMBER_SUBMITTED_ATTRIBUTES_EXCEEDED(
            "NumberSubmittedAttributesExceeded", 409, "Too many attributes in a single call."),
    NUMBER_SUBMITTED_ATTRIBUTES_OF_ITEM_EXCEEDED(
            "NumberSubmittedAttributesExceeded",
            409,
            "Too many attributes for item %s in a single call. Up to 256 attributes per call allowed."),
    NUMBER_SUBMITTED_ITEMS_EXCEEDED(
            "NumberSubmittedItemsExceeded", 409, "Too many items in a single call. Up to 25 items per call allowed."),
    QUERY_TIMEOUT("RequestTimeout", 408, "A timeout occurred when attempting to query domain %s."),
    REQUEST_EXPIRED("RequestExpired", 400, "Request has expired. %s"),
    REQUEST_TIMEOUT("RequestTimeout", 408, "The request did not arrive in time."),
    SERVICE_UNAVAILABLE(
            "ServiceUnavailable",
            503,
            "Service Amazon SimpleDB is busy handling other requests, likely due to too many simultaneous requests."
                    + " Consider reducing the frequency of your requests, and try again."),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403, "%s"),
    TOO_MANY_REQUESTED_ATTRIBUTES("TooManyRequestedAttributes", 400, "Too many attributes requested."),
    UNSUPPORTED_HTTP_VERB("UnsupportedHttpVerb", 400, "The requested HTTP verb is not supported: %s");

    private final String code;
    private final int status;
    private final String text;

    ClassicError(String code, int status, String text) {
        this.code = code;
        this.status = status;
        this.text = text;
    }

    /** @param details in the order of the text's places */
    public WireError wire(Object... details) {
        return WireError.plain(code, status, text.formatted(details));
    }

    /** The same as an exception. */
    public Refused with(Object... details) {
        return new Refused(wire(details));
    }
}
