$version: "2.0"

// Archives and their life.
namespace com.amazonaws.mailmanager

/// Makes an archive, ready to take in mail.
@idempotent
operation CreateArchive {
    input: CreateArchiveRequest
    output: CreateArchiveResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ConflictException
        ThrottlingException
    ]
}

/// Tells all that is known of one archive.
@readonly
operation GetArchive {
    input: GetArchiveRequest
    output: GetArchiveResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Lists the archives, those pending deletion among them.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize", items: "Archives")
operation ListArchives {
    input: ListArchivesRequest
    output: ListArchivesResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

/// Renames an archive or changes how long it keeps messages.
@idempotent
operation UpdateArchive {
    input: UpdateArchiveRequest
    output: UpdateArchiveResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Closes an archive at once; its content goes thirty days later.
@idempotent
operation DeleteArchive {
    input: DeleteArchiveRequest
    output: DeleteArchiveResponse
    errors: [
        ValidationException
        AccessDeniedException
        ConflictException
        ThrottlingException
    ]
}

structure CreateArchiveRequest {
    /// Makes a repeated call answer as the first one did, for a day.
    @idempotencyToken
    ClientToken: IdempotencyToken

    @required
    ArchiveName: ArchiveNameString

    /// Six months when absent.
    Retention: ArchiveRetention

    /// Encrypts the stored messages; cannot be changed later.
    KmsKeyArn: KmsKeyArn

    Tags: TagList
}

@length(min: 1, max: 64)
@pattern("^[a-zA-Z0-9][a-zA-Z0-9_-]*[a-zA-Z0-9]$")
string ArchiveNameString

union ArchiveRetention {
    RetentionPeriod: RetentionPeriod
}

enum RetentionPeriod {
    THREE_MONTHS
    SIX_MONTHS
    NINE_MONTHS
    ONE_YEAR
    EIGHTEEN_MONTHS
    TWO_YEARS
    THIRTY_MONTHS
    THREE_YEARS
    FOUR_YEARS
    FIVE_YEARS
    SIX_YEARS
    SEVEN_YEARS
    EIGHT_YEARS
    NINE_YEARS
    TEN_YEARS
    PERMANENT
}

@pattern("^arn:aws(|-cn|-us-gov|-eusc):kms:[a-z0-9-]{1,20}:[0-9]{12}:(key|alias)/.+$")
string KmsKeyArn

structure CreateArchiveResponse {
    @required
    ArchiveId: ArchiveIdString
}

@length(min: 1, max: 66)
string ArchiveIdString

structure GetArchiveRequest {
    @required
    ArchiveId: ArchiveIdString
}

structure GetArchiveResponse {
    @required
    ArchiveId: ArchiveIdString

    @required
    ArchiveName: ArchiveNameString

    @required
    ArchiveArn: ArchiveArn

    @required
    ArchiveState: ArchiveState

    @required
    Retention: ArchiveRetention

    CreatedTimestamp: Timestamp

    LastUpdatedTimestamp: Timestamp

    KmsKeyArn: KmsKeyArn
}

string ArchiveArn

enum ArchiveState {
    ACTIVE
    PENDING_DELETION
}

structure ListArchivesRequest {
    NextToken: PaginationToken
    PageSize: PageSize
}

structure ListArchivesResponse {
    @required
    Archives: ArchivesList

    NextToken: PaginationToken
}

list ArchivesList {
    member: Archive
}

structure Archive {
    @required
    ArchiveId: ArchiveIdString

    ArchiveName: ArchiveNameString

    ArchiveState: ArchiveState

    LastUpdatedTimestamp: Timestamp
}

structure UpdateArchiveRequest {
    @required
    ArchiveId: ArchiveIdString

    ArchiveName: ArchiveNameString

    Retention: ArchiveRetention
}

structure UpdateArchiveResponse {}

structure DeleteArchiveRequest {
    @required
    ArchiveId: ArchiveIdString
}

structure DeleteArchiveResponse {}
