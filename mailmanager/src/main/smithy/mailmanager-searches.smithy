$version: "2.0"

// Searches of an archive, and the filters that searches and exports share.
namespace com.amazonaws.mailmanager

/// Accepts a search of one archive; the job runs afterwards.
operation StartArchiveSearch {
    input: StartArchiveSearchRequest
    output: StartArchiveSearchResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Tells what a search was asked for and how it stands.
@readonly
operation GetArchiveSearch {
    input: GetArchiveSearchRequest
    output: GetArchiveSearchResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

/// The messages that a completed search found.
@readonly
operation GetArchiveSearchResults {
    input: GetArchiveSearchResultsRequest
    output: GetArchiveSearchResultsResponse
    errors: [
        ValidationException
        AccessDeniedException
        ConflictException
        ThrottlingException
    ]
}

/// Lists the searches of an archive, newest first.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize", items: "Searches")
operation ListArchiveSearches {
    input: ListArchiveSearchesRequest
    output: ListArchiveSearchesResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Cancels a search that has not ended.
@idempotent
operation StopArchiveSearch {
    input: StopArchiveSearchRequest
    output: StopArchiveSearchResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

structure StartArchiveSearchRequest {
    @required
    ArchiveId: ArchiveId

    Filters: ArchiveFilters

    /// Of the time a message was received, inclusive.
    @required
    FromTimestamp: Timestamp

    /// Of the time a message was received, inclusive.
    @required
    ToTimestamp: Timestamp

    @required
    MaxResults: SearchMaxResults
}

structure ArchiveFilters {
    /// All must hold.
    Include: ArchiveFilterConditions

    /// None may hold.
    Unless: ArchiveFilterConditions
}

@length(min: 0, max: 10)
list ArchiveFilterConditions {
    member: ArchiveFilterCondition
}

union ArchiveFilterCondition {
    StringExpression: ArchiveStringExpression
    BooleanExpression: ArchiveBooleanExpression
}

structure ArchiveStringExpression {
    @required
    Evaluate: ArchiveStringToEvaluate

    @required
    Operator: ArchiveStringOperator

    /// One of them must be contained.
    @required
    Values: StringValueList
}

union ArchiveStringToEvaluate {
    Attribute: ArchiveStringEmailAttribute
}

enum ArchiveStringEmailAttribute {
    TO
    FROM
    CC
    SUBJECT
    ENVELOPE_TO
    ENVELOPE_FROM
}

enum ArchiveStringOperator {
    CONTAINS
}

@length(min: 1, max: 10)
list StringValueList {
    member: StringValue
}

@length(min: 1, max: 2048)
string StringValue

structure ArchiveBooleanExpression {
    @required
    Evaluate: ArchiveBooleanToEvaluate

    @required
    Operator: ArchiveBooleanOperator
}

union ArchiveBooleanToEvaluate {
    Attribute: ArchiveBooleanEmailAttribute
}

enum ArchiveBooleanEmailAttribute {
    HAS_ATTACHMENTS
}

enum ArchiveBooleanOperator {
    IS_TRUE
    IS_FALSE
}

@range(min: 0, max: 1000)
integer SearchMaxResults

structure StartArchiveSearchResponse {
    SearchId: SearchId
}

@length(min: 1, max: 64)
string SearchId

structure GetArchiveSearchRequest {
    @required
    SearchId: SearchId
}

structure GetArchiveSearchResponse {
    ArchiveId: ArchiveId
    Filters: ArchiveFilters
    FromTimestamp: Timestamp
    ToTimestamp: Timestamp
    MaxResults: SearchMaxResults
    Status: SearchStatus
}

structure SearchStatus {
    SubmissionTimestamp: Timestamp

    /// Present once the search has ended.
    CompletionTimestamp: Timestamp

    State: SearchState

    ErrorMessage: ErrorMessage
}

enum SearchState {
    QUEUED
    RUNNING
    COMPLETED
    FAILED
    CANCELLED
}

structure GetArchiveSearchResultsRequest {
    @required
    SearchId: SearchId
}

structure GetArchiveSearchResultsResponse {
    Rows: RowsList
}

list RowsList {
    member: Row
}

structure Row {
    ArchivedMessageId: ArchivedMessageId

    ReceivedTimestamp: Timestamp

    /// The header's text.
    Date: String

    To: String

    From: String

    Cc: String

    Subject: String

    MessageId: String

    HasAttachments: Boolean

    ReceivedHeaders: EmailReceivedHeadersList

    InReplyTo: String

    XMailer: String

    XOriginalMailer: String

    XPriority: String

    IngressPointId: IngressPointId

    SenderHostname: String

    SenderIpAddress: SenderIpAddress

    Envelope: Envelope

    SourceArn: String
}

list EmailReceivedHeadersList {
    member: String
}

structure ListArchiveSearchesRequest {
    @required
    ArchiveId: ArchiveId

    NextToken: PaginationToken

    PageSize: PageSize
}

structure ListArchiveSearchesResponse {
    Searches: SearchSummaryList
    NextToken: PaginationToken
}

list SearchSummaryList {
    member: SearchSummary
}

structure SearchSummary {
    SearchId: SearchId
    Status: SearchStatus
}

structure StopArchiveSearchRequest {
    @required
    SearchId: SearchId
}

structure StopArchiveSearchResponse {}
