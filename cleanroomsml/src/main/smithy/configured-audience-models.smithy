$version: "2.0"

// What of a model is offered to those who bring a seed (dossier, section 1.4).
namespace com.amazonaws.cleanroomsml

use entrepot#alsoBoundTo

/// Says where audiences of a model go and which sizes they may have.
@idempotent
@http(method: "POST", uri: "/configured-audience-model", code: 200)
operation CreateConfiguredAudienceModel {
    input: CreateConfiguredAudienceModelRequest
    output: CreateConfiguredAudienceModelResponse
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
@http(method: "GET", uri: "/configured-audience-model/{configuredAudienceModelArn}", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/configured-audience-model/{configuredAudienceModelArn+}" }])
operation GetConfiguredAudienceModel {
    input: GetConfiguredAudienceModelRequest
    output: GetConfiguredAudienceModelResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@readonly
@http(method: "GET", uri: "/configured-audience-model", code: 200)
operation ListConfiguredAudienceModels {
    input: ListConfiguredAudienceModelsRequest
    output: ListConfiguredAudienceModelsResponse
    errors: [
        AccessDeniedException
        ThrottlingException
        ValidationException
    ]
}

/// Changes what is named and leaves the rest; jobs that run keep what they began with.
@idempotent
@http(method: "PATCH", uri: "/configured-audience-model/{configuredAudienceModelArn}", code: 200)
@alsoBoundTo([{ method: "PATCH", uri: "/configured-audience-model/{configuredAudienceModelArn+}" }])
operation UpdateConfiguredAudienceModel {
    input: UpdateConfiguredAudienceModelRequest
    output: UpdateConfiguredAudienceModelResponse
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/configured-audience-model/{configuredAudienceModelArn}", code: 200)
@alsoBoundTo([{ method: "DELETE", uri: "/configured-audience-model/{configuredAudienceModelArn+}" }])
operation DeleteConfiguredAudienceModel {
    input: DeleteConfiguredAudienceModelRequest
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

structure CreateConfiguredAudienceModelRequest {
    @required
    name: NameString

    @required
    audienceModelArn: AudienceModelArn

    @required
    outputConfig: ConfiguredAudienceModelOutputConfig

    description: ResourceDescription

    @required
    sharedAudienceMetrics: MetricsList

    minMatchingSeedSize: MinMatchingSeedSize
    audienceSizeConfig: AudienceSizeConfig
    tags: TagMap
    childResourceTagOnCreatePolicy: TagOnCreatePolicy
}

structure ConfiguredAudienceModelOutputConfig {
    @required
    destination: AudienceDestination

    @required
    roleArn: IamRoleArn
}

structure AudienceDestination {
    @required
    s3Destination: S3ConfigMap
}

@length(min: 1, max: 1)
list MetricsList {
    member: SharedAudienceMetrics
}

enum SharedAudienceMetrics {
    ALL
    NONE
}

@range(min: 25, max: 500000)
integer MinMatchingSeedSize

structure AudienceSizeConfig {
    @required
    audienceSizeType: AudienceSizeType

    @required
    audienceSizeBins: AudienceSizeBins
}

@length(min: 1, max: 25)
@uniqueItems
list AudienceSizeBins {
    member: AudienceSizeValue
}

enum TagOnCreatePolicy {
    FROM_PARENT_RESOURCE
    NONE
}

structure CreateConfiguredAudienceModelResponse {
    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn
}

structure GetConfiguredAudienceModelRequest {
    @required
    @httpLabel
    configuredAudienceModelArn: ConfiguredAudienceModelArn
}

structure GetConfiguredAudienceModelResponse {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    @required
    name: NameString

    @required
    audienceModelArn: AudienceModelArn

    @required
    outputConfig: ConfiguredAudienceModelOutputConfig

    description: ResourceDescription

    @required
    status: ConfiguredAudienceModelStatus

    @required
    sharedAudienceMetrics: MetricsList

    minMatchingSeedSize: MinMatchingSeedSize
    audienceSizeConfig: AudienceSizeConfig
    tags: TagMap
    childResourceTagOnCreatePolicy: TagOnCreatePolicy
}

enum ConfiguredAudienceModelStatus {
    ACTIVE
}

structure ListConfiguredAudienceModelsRequest {
    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("maxResults")
    maxResults: MaxResults
}

structure ListConfiguredAudienceModelsResponse {
    nextToken: NextToken

    @required
    configuredAudienceModels: ConfiguredAudienceModelList
}

list ConfiguredAudienceModelList {
    member: ConfiguredAudienceModelSummary
}

structure ConfiguredAudienceModelSummary {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    name: NameString

    @required
    audienceModelArn: AudienceModelArn

    @required
    outputConfig: ConfiguredAudienceModelOutputConfig

    description: ResourceDescription

    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    @required
    status: ConfiguredAudienceModelStatus
}

structure UpdateConfiguredAudienceModelRequest {
    @required
    @httpLabel
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    outputConfig: ConfiguredAudienceModelOutputConfig
    audienceModelArn: AudienceModelArn
    sharedAudienceMetrics: MetricsList
    minMatchingSeedSize: MinMatchingSeedSize
    audienceSizeConfig: AudienceSizeConfig
    description: ResourceDescription
}

structure UpdateConfiguredAudienceModelResponse {
    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn
}

structure DeleteConfiguredAudienceModelRequest {
    @required
    @httpLabel
    configuredAudienceModelArn: ConfiguredAudienceModelArn
}
