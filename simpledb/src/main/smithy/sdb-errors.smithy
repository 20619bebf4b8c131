$version: "2.0"

// Codes and statuses of the classic API; its error table has more of them than its model. Errors have no text member:
// the envelope carries the text.
namespace com.amazonaws.sdb

use aws.protocols#awsQueryError

@mixin
structure Charged {
    /// Machine hours used by the request.
    BoxUsage: Float
}

@error("client")
@httpError(404)
@awsQueryError(code: "AttributeDoesNotExist", httpResponseCode: 404)
structure AttributeDoesNotExist with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "ConditionalCheckFailed", httpResponseCode: 409)
structure ConditionalCheckFailed with [Charged] {}

/// The domain is being exported.
@error("client")
@httpError(409)
@awsQueryError(code: "DeleteConflictException", httpResponseCode: 409)
structure DeleteConflictException with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "DuplicateItemName", httpResponseCode: 400)
structure DuplicateItemName with [Charged] {}

/// A condition asks for absence and for a value.
@error("client")
@httpError(400)
@awsQueryError(code: "ExistsAndExpectedValue", httpResponseCode: 400)
structure ExistsAndExpectedValue with [Charged] {}

/// A condition lacks its value.
@error("client")
@httpError(400)
@awsQueryError(code: "IncompleteExpectedValues", httpResponseCode: 400)
structure IncompleteExpectedValues with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidNextToken", httpResponseCode: 400)
structure InvalidNextToken with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidNumberPredicates", httpResponseCode: 400)
structure InvalidNumberPredicates with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidNumberValueTests", httpResponseCode: 400)
structure InvalidNumberValueTests with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidParameterValue", httpResponseCode: 400)
structure InvalidParameterValue with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidQueryExpression", httpResponseCode: 400)
structure InvalidQueryExpression with [Charged] {}

/// The sort attribute stands in no predicate.
@error("client")
@httpError(400)
@awsQueryError(code: "InvalidSortExpression", httpResponseCode: 400)
structure InvalidSortExpression with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "MissingParameter", httpResponseCode: 400)
structure MissingParameter with [Charged] {}

/// A condition was asked of an attribute with several values.
@error("client")
@httpError(409)
@awsQueryError(code: "MultiValuedAttribute", httpResponseCode: 409)
structure MultiValuedAttribute with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "NoSuchDomain", httpResponseCode: 400)
structure NoSuchDomain with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "NumberDomainAttributesExceeded", httpResponseCode: 409)
structure NumberDomainAttributesExceeded with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "NumberDomainBytesExceeded", httpResponseCode: 409)
structure NumberDomainBytesExceeded with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "NumberDomainsExceeded", httpResponseCode: 409)
structure NumberDomainsExceeded with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "NumberItemAttributesExceeded", httpResponseCode: 409)
structure NumberItemAttributesExceeded with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "NumberSubmittedAttributesExceeded", httpResponseCode: 409)
structure NumberSubmittedAttributesExceeded with [Charged] {}

@error("client")
@httpError(409)
@awsQueryError(code: "NumberSubmittedItemsExceeded", httpResponseCode: 409)
structure NumberSubmittedItemsExceeded with [Charged] {}

/// The query took too long.
@error("client")
@httpError(408)
@awsQueryError(code: "RequestTimeout", httpResponseCode: 408)
structure RequestTimeout with [Charged] {}

@error("client")
@httpError(400)
@awsQueryError(code: "TooManyRequestedAttributes", httpResponseCode: 400)
structure TooManyRequestedAttributes with [Charged] {}
