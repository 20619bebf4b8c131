$version: "2.0"

// Audience export jobs (dossier, section 2.5).
namespace com.amazonaws.cleanroomsml

/// Accepts an export of one of the sizes. Answers without a body, so its name is the only handle to it.
@idempotent
@http(method: "POST", uri: "/audience-export-job", code: 200)
operation StartAudienceExportJob {
    input: StartAudienceExportJobRequest
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

/// The only view of exports.
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@readonly
@http(method: "GET", uri: "/audience-export-job", code: 200)
operation ListAudienceExportJobs {
    input: ListAudienceExportJobsRequest
    output: ListAudienceExportJobsResponse
    errors: [
        AccessDeniedException
        ThrottlingException
        ValidationException
    ]
}

structure StartAudienceExportJobRequest {
    @required
    name: NameString

    @required
    audienceGenerationJobArn: AudienceGenerationJobArn

    @required
    audienceSize: AudienceSize

    description: ResourceDescription
}

structure ListAudienceExportJobsRequest {
    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("maxResults")
    maxResults: MaxResults

    @httpQuery("audienceGenerationJobArn")
    audienceGenerationJobArn: AudienceGenerationJobArn
}

structure ListAudienceExportJobsResponse {
    nextToken: NextToken

    @required
    audienceExportJobs: AudienceExportJobList
}

list AudienceExportJobList {
    member: AudienceExportJobSummary
}

structure AudienceExportJobSummary {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    name: NameString

    @required
    audienceGenerationJobArn: AudienceGenerationJobArn

    @required
    audienceSize: AudienceSize

    description: ResourceDescription

    @required
    status: AudienceExportJobStatus

    statusDetails: StatusDetails
    outputLocation: S3Path
}

/// ACTIVE is success.
enum AudienceExportJobStatus {
    CREATE_PENDING
    CREATE_IN_PROGRESS
    CREATE_FAILED
    ACTIVE
}
