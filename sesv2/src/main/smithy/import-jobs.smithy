$version: "2.0"

// Import jobs (SES dossier, section 1).
namespace com.amazonaws.sesv2

use entrepot#alsoBoundTo

/// Accepts the import of one file; the job runs afterwards.
@http(method: "POST", uri: "/v2/email/import-jobs", code: 200)
operation CreateImportJob {
    input: CreateImportJobRequest
    output: CreateImportJobResponse
    errors: [
        BadRequestException
        LimitExceededException
        NotFoundException // not in AWS's model, but answered for a list that is not there
        TooManyRequestsException
    ]
}

@readonly
@http(method: "GET", uri: "/v2/email/import-jobs/{JobId}", code: 200)
operation GetImportJob {
    input: GetImportJobRequest
    output: GetImportJobResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize")
@http(method: "POST", uri: "/v2/email/import-jobs/list", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/v2/email/import-jobs" }])
operation ListImportJobs {
    input: ListImportJobsRequest
    output: ListImportJobsResponse
    errors: [
        BadRequestException
        TooManyRequestsException
    ]
}

structure CreateImportJobRequest {
    @required
    ImportDestination: ImportDestination

    @required
    ImportDataSource: ImportDataSource
}

structure CreateImportJobResponse {
    JobId: JobId
}

structure GetImportJobRequest {
    @required
    @httpLabel
    JobId: JobId
}

structure GetImportJobResponse {
    JobId: JobId
    ImportDestination: ImportDestination
    ImportDataSource: ImportDataSource
    FailureInfo: FailureInfo
    JobStatus: JobStatus
    CreatedTimestamp: Timestamp
    CompletedTimestamp: Timestamp
    ProcessedRecordsCount: Integer
    FailedRecordsCount: Integer
}

structure ListImportJobsRequest {
    ImportDestinationType: ImportDestinationType
    NextToken: NextToken
    PageSize: MaxItems
}

structure ListImportJobsResponse {
    ImportJobs: ImportJobSummaryList
    NextToken: NextToken
}

structure ImportJobSummary {
    JobId: JobId
    ImportDestination: ImportDestination
    JobStatus: JobStatus
    CreatedTimestamp: Timestamp
    ProcessedRecordsCount: Integer
    FailedRecordsCount: Integer
}

list ImportJobSummaryList {
    member: ImportJobSummary
}

/// One of the two.
structure ImportDestination {
    SuppressionListDestination: SuppressionListDestination
    ContactListDestination: ContactListDestination
}

structure SuppressionListDestination {
    @required
    SuppressionListImportAction: SuppressionListImportAction
}

structure ContactListDestination {
    @required
    ContactListName: ContactListName

    @required
    ContactListImportAction: ContactListImportAction
}

structure ImportDataSource {
    @required
    S3Url: S3Url

    @required
    DataFormat: DataFormat
}

enum ImportDestinationType {
    SUPPRESSION_LIST
    CONTACT_LIST
}

enum SuppressionListImportAction {
    DELETE
    PUT
}

enum ContactListImportAction {
    DELETE
    PUT
}
