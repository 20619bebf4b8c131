$version: "2.0"

// Exports of an archive to S3.
namespace com.amazonaws.mailmanager

/// Accepts an export of one archive to S3; the job runs afterwards.
operation StartArchiveExport {
    input: StartArchiveExportRequest
    output: StartArchiveExportResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Tells what an export was asked for and how it stands.
operation GetArchiveExport {
    input: GetArchiveExportRequest
    output: GetArchiveExportResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

/// Lists the exports of an archive, newest first.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize", items: "Exports")
operation ListArchiveExports {
    input: ListArchiveExportsRequest
    output: ListArchiveExportsResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Cancels an export that has not ended.
operation StopArchiveExport {
    input: StopArchiveExportRequest
    output: StopArchiveExportResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

structure StartArchiveExportRequest {
    @required
    ArchiveId: ArchiveId

    Filters: ArchiveFilters

    @required
    FromTimestamp: Timestamp

    @required
    ToTimestamp: Timestamp

    MaxResults: ExportMaxResults

    @required
    ExportDestinationConfiguration: ExportDestinationConfiguration

    /// Adds a JSON file to each message.
    IncludeMetadata: Boolean
}

integer ExportMaxResults

union ExportDestinationConfiguration {
    S3: S3ExportDestinationConfiguration
}

structure S3ExportDestinationConfiguration {
    S3Location: S3Location
}

// The bound is ours: the pattern alone would take long to refuse a long text.
@length(max: 1100)
@pattern("^s3://[a-zA-Z0-9.-]{3,63}(/[a-zA-Z0-9!_.*'()/-]*)*$")
string S3Location

structure StartArchiveExportResponse {
    ExportId: ExportId
}

@length(min: 1, max: 64)
string ExportId

structure GetArchiveExportRequest {
    @required
    ExportId: ExportId
}

structure GetArchiveExportResponse {
    ArchiveId: ArchiveId
    Filters: ArchiveFilters
    FromTimestamp: Timestamp
    ToTimestamp: Timestamp
    MaxResults: ExportMaxResults
    ExportDestinationConfiguration: ExportDestinationConfiguration
    Status: ExportStatus
}

structure ExportStatus {
    SubmissionTimestamp: Timestamp

    /// Present once the export has ended.
    CompletionTimestamp: Timestamp

    State: ExportState

    ErrorMessage: ErrorMessage
}

enum ExportState {
    QUEUED
    PREPROCESSING
    PROCESSING
    COMPLETED
    FAILED
    CANCELLED
}

structure ListArchiveExportsRequest {
    @required
    ArchiveId: ArchiveId

    NextToken: PaginationToken

    PageSize: PageSize
}

structure ListArchiveExportsResponse {
    Exports: ExportSummaryList
    NextToken: PaginationToken
}

list ExportSummaryList {
    member: ExportSummary
}

structure ExportSummary {
    ExportId: ExportId
    Status: ExportStatus
}

structure StopArchiveExportRequest {
    @required
    ExportId: ExportId
}

structure StopArchiveExportResponse {}
