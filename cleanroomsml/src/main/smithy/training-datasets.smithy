$version: "2.0"

// Training datasets (dossier, sections 1.2 and 2.1).
namespace com.amazonaws.cleanroomsml

use entrepot#alsoBoundTo

/// Names a table of interactions and says what its columns mean; the table itself is read when a model is trained.
@idempotent
@http(method: "POST", uri: "/training-dataset", code: 200)
operation CreateTrainingDataset {
    input: CreateTrainingDatasetRequest
    output: CreateTrainingDatasetResponse
    errors: [
        AccessDeniedException
        ConflictException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@http(method: "GET", uri: "/training-dataset/{trainingDatasetArn}", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/training-dataset/{trainingDatasetArn+}" }])
operation GetTrainingDataset {
    input: GetTrainingDatasetRequest
    output: GetTrainingDatasetResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@readonly
@http(method: "GET", uri: "/training-dataset", code: 200)
operation ListTrainingDatasets {
    input: ListTrainingDatasetsRequest
    output: ListTrainingDatasetsResponse
    errors: [
        AccessDeniedException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/training-dataset/{trainingDatasetArn}", code: 200)
@alsoBoundTo([{ method: "DELETE", uri: "/training-dataset/{trainingDatasetArn+}" }])
operation DeleteTrainingDataset {
    input: DeleteTrainingDatasetRequest
    errors: [
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

structure CreateTrainingDatasetRequest {
    @required
    name: NameString

    @required
    roleArn: IamRoleArn

    @required
    trainingData: CreateTrainingDatasetRequestTrainingDataList

    tags: TagMap
    description: ResourceDescription
}

@length(min: 1, max: 1)
list CreateTrainingDatasetRequestTrainingDataList {
    member: Dataset
}

structure Dataset {
    @required
    type: DatasetType

    @required
    inputConfig: DatasetInputConfig
}

enum DatasetType {
    INTERACTIONS
}

structure DatasetInputConfig {
    @required
    schema: DatasetInputConfigSchemaList

    @required
    dataSource: DataSource
}

@length(min: 1, max: 100)
list DatasetInputConfigSchemaList {
    member: ColumnSchema
}

structure ColumnSchema {
    @required
    columnName: ColumnName

    @required
    columnTypes: ColumnTypeList
}

@length(min: 1, max: 128)
@pattern("^[a-zA-Z0-9_](([a-zA-Z0-9_ ]+-)*([a-zA-Z0-9_ ]+))?$")
string ColumnName

@length(min: 1, max: 1)
list ColumnTypeList {
    member: ColumnType
}

enum ColumnType {
    USER_ID
    ITEM_ID
    TIMESTAMP
    CATEGORICAL_FEATURE
    NUMERICAL_FEATURE
}

structure DataSource {
    @required
    glueDataSource: GlueDataSource
}

structure GlueDataSource {
    @required
    tableName: GlueTableName

    @required
    databaseName: GlueDatabaseName

    catalogId: AccountId
}

@length(min: 1, max: 128)
@pattern("^[a-zA-Z0-9_](([a-zA-Z0-9_ ]+-)*([a-zA-Z0-9_ ]+))?$")
string GlueTableName

@length(min: 1, max: 128)
@pattern("^[a-zA-Z0-9_](([a-zA-Z0-9_]+-)*([a-zA-Z0-9_]+))?$")
string GlueDatabaseName

structure CreateTrainingDatasetResponse {
    @required
    trainingDatasetArn: TrainingDatasetArn
}

structure GetTrainingDatasetRequest {
    @required
    @httpLabel
    trainingDatasetArn: TrainingDatasetArn
}

structure GetTrainingDatasetResponse {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    trainingDatasetArn: TrainingDatasetArn

    @required
    name: NameString

    @required
    trainingData: DatasetList

    @required
    status: TrainingDatasetStatus

    @required
    roleArn: IamRoleArn

    tags: TagMap
    description: ResourceDescription
}

list DatasetList {
    member: Dataset
}

enum TrainingDatasetStatus {
    ACTIVE
}

structure ListTrainingDatasetsRequest {
    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("maxResults")
    maxResults: MaxResults
}

structure ListTrainingDatasetsResponse {
    nextToken: NextToken

    @required
    trainingDatasets: TrainingDatasetList
}

list TrainingDatasetList {
    member: TrainingDatasetSummary
}

structure TrainingDatasetSummary {
    @required
    createTime: Timestamp

    @required
    updateTime: Timestamp

    @required
    trainingDatasetArn: TrainingDatasetArn

    @required
    name: NameString

    @required
    status: TrainingDatasetStatus

    description: ResourceDescription
}

structure DeleteTrainingDatasetRequest {
    @required
    @httpLabel
    trainingDatasetArn: TrainingDatasetArn
}
