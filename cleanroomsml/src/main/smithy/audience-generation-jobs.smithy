$version: "2.0"

// Audience generation jobs: seeds and the rankings made of them (dossier, sections 1.9 and 3).
namespace com.amazonaws.cleanroomsml

use entrepot#alsoBoundTo

/// Accepts a seed, also from another account; the job ranks all users of the model afterwards.
@idempotent
@http(method: "POST", uri: "/audience-generation-job", code: 200)
operation StartAudienceGenerationJob {
    input: StartAudienceGenerationJobRequest
    output: StartAudienceGenerationJobResponse
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@http(method: "GET", uri: "/audience-generation-job/{audienceGenerationJobArn}", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/audience-generation-job/{audienceGenerationJobArn+}" }])
operation GetAudienceGenerationJob {
    input: GetAudienceGenerationJobRequest
    output: GetAudienceGenerationJobResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@readonly
@http(method: "GET", uri: "/audience-generation-job", code: 200)
operation ListAudienceGenerationJobs {
    input: ListAudienceGenerationJobsRequest
    output: ListAudienceGenerationJobsResponse
    errors: [
        AccessDeniedException
        ThrottlingException
        ValidationException
    ]
}

/// Deletes the ranking for both accounts; what was exported stays.
@idempotent
@http(method: "DELETE", uri: "/audience-generation-job/{audienceGenerationJobArn}", code: 200)
@alsoBoundTo([{ method: "DELETE", uri: "/audience-generation-job/{audienceGenerationJobArn+}" }])
operation DeleteAudienceGenerationJob {
    input: DeleteAudienceGenerationJobRequest
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

structure StartAudienceGenerationJobRequest {
    @required
    name: NameString

    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    @required
    seedAudience: AudienceGenerationJobDataSource

    includeSeedInOutput: Boolean
    collaborationId: UUID
    description: ResourceDescription
    tags: TagMap
}

/// Either a file of ids or a query, not both.
structure AudienceGenerationJobDataSource {
    dataSource: S3ConfigMap

    @required
    roleArn: IamRoleArn

    sqlParameters: ProtectedQuerySQLParameters
    sqlComputeConfiguration: ComputeConfiguration
}

/// Either a query or a template of one, not both.
@sensitive
structure ProtectedQuerySQLParameters {
    queryString: QueryString
    analysisTemplateArn: AnalysisTemplateArn
    parameters: ParameterMap
}

@length(max: 500000)
string QueryString

@length(max: 200)
@pattern("^arn:aws[-a-z]*:cleanrooms:[\\w]{2}-[\\w]{4,9}-[\\d]:[\\d]{12}:membership/[\\d\\w-]+/analysistemplate/[\\d\\w-]+$")
string AnalysisTemplateArn

@sensitive
map ParameterMap {
    key: ParameterName
    value: ParameterValue
}

@length(min: 1, max: 100)
@pattern("^[0-9a-zA-Z_]+$")
string ParameterName

@length(max: 1000)
string ParameterValue

union ComputeConfiguration {
    worker: WorkerComputeConfiguration
}

structure WorkerComputeConfiguration {
    type: WorkerComputeType
    number: WorkerCount
    properties: WorkerComputeConfigurationProperties
}

enum WorkerComputeType {
    CR_1X = "CR.1X"
    CR_4X = "CR.4X"
    CR_8X = "CR.8X"
}

@range(min: 2, max: 1024)
integer WorkerCount

union WorkerComputeConfigurationProperties {
    spark: SparkProperties
}

@length(max: 50)
map SparkProperties {
    key: SparkPropertyKey
    value: SparkPropertyValue
}

@length(min: 1, max: 200)
string SparkPropertyKey

@length(max: 500)
string SparkPropertyValue

@length(min: 36, max: 36)
@pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
string UUID

structure StartAudienceGenerationJobResponse {
    @required
    audienceGenerationJobArn: AudienceGenerationJobArn
}

structure GetAudienceGenerationJobRequest {
    @required
    @httpLabel
    audienceGenerationJobArn: AudienceGenerationJobArn
}

structure GetAudienceGenerationJobResponse {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    audienceGenerationJobArn: AudienceGenerationJobArn

    @required
    name: NameString

    description: ResourceDescription

    @required
    status: AudienceGenerationJobStatus

    statusDetails: StatusDetails

    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    seedAudience: AudienceGenerationJobDataSource
    includeSeedInOutput: Boolean
    collaborationId: UUID
    metrics: AudienceQualityMetrics
    startedBy: AccountId
    tags: TagMap
    protectedQueryIdentifier: String
}

/// ACTIVE is success.
enum AudienceGenerationJobStatus {
    CREATE_PENDING
    CREATE_IN_PROGRESS
    CREATE_FAILED
    ACTIVE
    DELETE_PENDING
    DELETE_IN_PROGRESS
    DELETE_FAILED
}

structure AudienceQualityMetrics {
    @required
    relevanceMetrics: RelevanceMetrics

    recallMetric: RecallMetric
}

list RelevanceMetrics {
    member: RelevanceMetric
}

/// How similar to the seed the users of an audience of one size are.
structure RelevanceMetric {
    @required
    audienceSize: AudienceSize

    score: RelevanceScore
}

/// The range is the published one; as in the user guide, answers have -1 to 1 (dossier, section 3.2).
@range(min: 0.0, max: 10.0)
double RelevanceScore

@range(min: 0.0, max: 1.0)
double RecallMetric

structure ListAudienceGenerationJobsRequest {
    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("maxResults")
    maxResults: MaxResults

    @httpQuery("configuredAudienceModelArn")
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    @httpQuery("collaborationId")
    collaborationId: UUID
}

structure ListAudienceGenerationJobsResponse {
    nextToken: NextToken

    @required
    audienceGenerationJobs: AudienceGenerationJobList
}

list AudienceGenerationJobList {
    member: AudienceGenerationJobSummary
}

structure AudienceGenerationJobSummary {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    audienceGenerationJobArn: AudienceGenerationJobArn

    @required
    name: NameString

    description: ResourceDescription

    @required
    status: AudienceGenerationJobStatus

    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    collaborationId: UUID
    startedBy: AccountId
}

structure DeleteAudienceGenerationJobRequest {
    @required
    @httpLabel
    audienceGenerationJobArn: AudienceGenerationJobArn
}
