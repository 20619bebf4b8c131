$version: "2.0"

// Audience models: lookalike models and their training (dossier, section 1.7).
namespace com.amazonaws.cleanroomsml

use entrepot#alsoBoundTo

/// Accepts the training of a model; the job runs afterwards.
@idempotent
@http(method: "POST", uri: "/audience-model", code: 200)
operation CreateAudienceModel {
    input: CreateAudienceModelRequest
    output: CreateAudienceModelResponse
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
@http(method: "GET", uri: "/audience-model/{audienceModelArn}", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/audience-model/{audienceModelArn+}" }])
operation GetAudienceModel {
    input: GetAudienceModelRequest
    output: GetAudienceModelResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@readonly
@http(method: "GET", uri: "/audience-model", code: 200)
operation ListAudienceModels {
    input: ListAudienceModelsRequest
    output: ListAudienceModelsResponse
    errors: [
        AccessDeniedException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/audience-model/{audienceModelArn}", code: 200)
@alsoBoundTo([{ method: "DELETE", uri: "/audience-model/{audienceModelArn+}" }])
operation DeleteAudienceModel {
    input: DeleteAudienceModelRequest
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

structure CreateAudienceModelRequest {
    trainingDataStartTime: Timestamp
    trainingDataEndTime: Timestamp

    @required
    name: NameString

    @required
    trainingDatasetArn: TrainingDatasetArn

    kmsKeyArn: KmsKeyArn
    tags: TagMap
    description: ResourceDescription
}

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:kms:[-a-z0-9]+:[0-9]{12}:key/.+$")
string KmsKeyArn

structure CreateAudienceModelResponse {
    @required
    audienceModelArn: AudienceModelArn
}

structure GetAudienceModelRequest {
    @required
    @httpLabel
    audienceModelArn: AudienceModelArn
}

structure GetAudienceModelResponse {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    trainingDataStartTime: Timestamp
    trainingDataEndTime: Timestamp

    @required
    audienceModelArn: AudienceModelArn

    @required
    name: NameString

    @required
    trainingDatasetArn: TrainingDatasetArn

    @required
    status: AudienceModelStatus

    statusDetails: StatusDetails
    kmsKeyArn: KmsKeyArn
    tags: TagMap
    description: ResourceDescription
}

/// ACTIVE is success.
enum AudienceModelStatus {
    CREATE_PENDING
    CREATE_IN_PROGRESS
    CREATE_FAILED
    ACTIVE
    DELETE_PENDING
    DELETE_IN_PROGRESS
    DELETE_FAILED
}

structure ListAudienceModelsRequest {
    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("maxResults")
    maxResults: MaxResults
}

structure ListAudienceModelsResponse {
    nextToken: NextToken

    @required
    audienceModels: AudienceModelList
}

list AudienceModelList {
    member: AudienceModelSummary
}

structure AudienceModelSummary {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    audienceModelArn: AudienceModelArn

    @required
    name: NameString

    @required
    trainingDatasetArn: TrainingDatasetArn

    @required
    status: AudienceModelStatus

    description: ResourceDescription
}

structure DeleteAudienceModelRequest {
    @required
    @httpLabel
    audienceModelArn: AudienceModelArn
}
