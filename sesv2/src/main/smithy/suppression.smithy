$version: "2.0"

// The account's list of suppressed destinations (SES dossier, section 3.6).
namespace com.amazonaws.sesv2

/// Adds an address, or replaces its reason.
@idempotent
@http(method: "PUT", uri: "/v2/email/suppression/addresses", code: 200)
operation PutSuppressedDestination {
    input: PutSuppressedDestinationRequest
    output: PutSuppressedDestinationResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@readonly
@http(method: "GET", uri: "/v2/email/suppression/addresses/{EmailAddress}", code: 200)
operation GetSuppressedDestination {
    input: GetSuppressedDestinationRequest
    output: GetSuppressedDestinationResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize")
@http(method: "GET", uri: "/v2/email/suppression/addresses", code: 200)
operation ListSuppressedDestinations {
    input: ListSuppressedDestinationsRequest
    output: ListSuppressedDestinationsResponse
    errors: [
        BadRequestException
        InvalidNextTokenException
        NotFoundException
        TooManyRequestsException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/v2/email/suppression/addresses/{EmailAddress}", code: 200)
operation DeleteSuppressedDestination {
    input: DeleteSuppressedDestinationRequest
    output: DeleteSuppressedDestinationResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

structure PutSuppressedDestinationRequest {
    @required
    EmailAddress: EmailAddress

    @required
    Reason: SuppressionListReason

    TenantName: TenantName
}

structure PutSuppressedDestinationResponse {}

structure GetSuppressedDestinationRequest {
    @required
    @httpLabel
    EmailAddress: EmailAddress

    @httpQuery("TenantName")
    TenantName: TenantName
}

structure GetSuppressedDestinationResponse {
    @required
    SuppressedDestination: SuppressedDestination
}

structure ListSuppressedDestinationsRequest {
    @httpQuery("TenantName")
    TenantName: TenantName

    @httpQuery("Reason")
    Reasons: SuppressionListReasons

    /// Entries of this moment or later.
    @httpQuery("StartDate")
    StartDate: Timestamp

    /// Entries before this moment.
    @httpQuery("EndDate")
    EndDate: Timestamp

    @httpQuery("NextToken")
    NextToken: NextToken

    @httpQuery("PageSize")
    PageSize: MaxItems
}

structure ListSuppressedDestinationsResponse {
    SuppressedDestinationSummaries: SuppressedDestinationSummaries
    NextToken: NextToken
}

structure DeleteSuppressedDestinationRequest {
    @required
    @httpLabel
    EmailAddress: EmailAddress

    @httpQuery("TenantName")
    TenantName: TenantName
}

structure DeleteSuppressedDestinationResponse {}

structure SuppressedDestination {
    @required
    EmailAddress: EmailAddress

    @required
    Reason: SuppressionListReason

    @required
    LastUpdateTime: Timestamp

    /// Present when a message put the address on the list.
    Attributes: SuppressedDestinationAttributes

    TenantName: TenantName
}

structure SuppressedDestinationAttributes {
    MessageId: String
    FeedbackId: String
}

structure SuppressedDestinationSummary {
    @required
    EmailAddress: EmailAddress

    @required
    Reason: SuppressionListReason

    @required
    LastUpdateTime: Timestamp
}

list SuppressedDestinationSummaries {
    member: SuppressedDestinationSummary
}

enum SuppressionListReason {
    BOUNCE
    COMPLAINT
}

list SuppressionListReasons {
    member: SuppressionListReason
}

@length(min: 1)
string TenantName
