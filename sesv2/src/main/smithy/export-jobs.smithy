$version: "2.0"

// Export jobs (SES dossier, section 4.1).
namespace com.amazonaws.sesv2

/// Accepts an export; the job runs afterwards.
@http(method: "POST", uri: "/v2/email/export-jobs", code: 200)
operation CreateExportJob {
    input: CreateExportJobRequest
    output: CreateExportJobResponse
    errors: [
        BadRequestException
        LimitExceededException
        NotFoundException
        TooManyRequestsException
    ]
}

@readonly
@http(method: "GET", uri: "/v2/email/export-jobs/{JobId}", code: 200)
operation GetExportJob {
    input: GetExportJobRequest
    output: GetExportJobResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize")
@http(method: "POST", uri: "/v2/email/list-export-jobs", code: 200)
operation ListExportJobs {
    input: ListExportJobsRequest
    output: ListExportJobsResponse
    errors: [
        BadRequestException
        TooManyRequestsException
    ]
}

@idempotent
@http(method: "PUT", uri: "/v2/email/export-jobs/{JobId}/cancel", code: 200)
operation CancelExportJob {
    input: CancelExportJobRequest
    output: CancelExportJobResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

structure CreateExportJobRequest {
    @required
    ExportDataSource: ExportDataSource

    @required
    ExportDestination: ExportDestination
}

structure CreateExportJobResponse {
    JobId: JobId
}

structure GetExportJobRequest {
    @required
    @httpLabel
    JobId: JobId
}

structure GetExportJobResponse {
    JobId: JobId
    ExportSourceType: ExportSourceType
    JobStatus: JobStatus
    ExportDestination: ExportDestination
    ExportDataSource: ExportDataSource
    CreatedTimestamp: Timestamp
    CompletedTimestamp: Timestamp
    FailureInfo: FailureInfo
    Statistics: ExportStatistics
}

structure ListExportJobsRequest {
    NextToken: NextToken
    PageSize: MaxItems
    ExportSourceType: ExportSourceType
    JobStatus: JobStatus
}

structure ListExportJobsResponse {
    ExportJobs: ExportJobSummaryList
    NextToken: NextToken
}

structure CancelExportJobRequest {
    @required
    @httpLabel
    JobId: JobId
}

structure CancelExportJobResponse {}

structure ExportJobSummary {
    JobId: JobId
    ExportSourceType: ExportSourceType
    JobStatus: JobStatus
    CreatedTimestamp: Timestamp
    CompletedTimestamp: Timestamp
}

list ExportJobSummaryList {
    member: ExportJobSummary
}

structure ExportDestination {
    @required
    DataFormat: DataFormat

    /// In answers an https URL, signed and good for some time; in requests it is left aside.
    S3Url: S3Url
}

structure ExportStatistics {
    ProcessedRecordsCount: Integer
    ExportedRecordsCount: Integer
}

enum ExportSourceType {
    METRICS_DATA
    MESSAGE_INSIGHTS
}
