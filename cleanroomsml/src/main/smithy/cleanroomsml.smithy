$version: "2.0"

// Labels are whole ARNs. SDKs send them percent-encoded, in one segment; the further forms are for people who leave slashes as they are.
namespace com.amazonaws.cleanroomsml

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Finds the users who are most like a seed, by what everybody did, and exports them.
@service(
    sdkId: "CleanRoomsML"
    arnNamespace: "cleanrooms-ml"
    cloudTrailEventSource: "cleanrooms-ml.amazonaws.com"
    endpointPrefix: "cleanrooms-ml"
)
@sigv4(name: "cleanrooms-ml")
@restJson1
@title("AWS Clean Rooms ML")
service CleanRoomsML {
    version: "2023-09-06"
    operations: [
        CreateAudienceModel
        CreateConfiguredAudienceModel
        CreateTrainingDataset
        DeleteAudienceGenerationJob
        DeleteAudienceModel
        DeleteConfiguredAudienceModel
        DeleteConfiguredAudienceModelPolicy
        DeleteTrainingDataset
        GetAudienceGenerationJob
        GetAudienceModel
        GetConfiguredAudienceModel
        GetConfiguredAudienceModelPolicy
        GetTrainingDataset
        ListAudienceExportJobs
        ListAudienceGenerationJobs
        ListAudienceModels
        ListConfiguredAudienceModels
        ListTagsForResource
        ListTrainingDatasets
        PutConfiguredAudienceModelPolicy
        StartAudienceExportJob
        StartAudienceGenerationJob
        TagResource
        UntagResource
        UpdateConfiguredAudienceModel
    ]
}

@length(min: 1, max: 63)
@pattern("^(?!\\s*$)[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDBFF-\\uDC00\\uDFFF\\t]*$")
string NameString

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:iam::[0-9]{12}:role/.+$")
string IamRoleArn

@length(min: 12, max: 12)
@pattern("^[0-9]{12}$")
string AccountId

@length(max: 200)
map TagMap {
    key: TagKey
    value: TagValue
}

@length(min: 1, max: 128)
string TagKey

@length(max: 256)
string TagValue

@length(max: 255)
@pattern("^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDBFF-\\uDC00\\uDFFF\\t\\r\\n]*$")
string ResourceDescription

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:cleanrooms-ml:[-a-z0-9]+:[0-9]{12}:training-dataset/[-a-zA-Z0-9_/.]+$")
string TrainingDatasetArn

@timestampFormat("date-time")
timestamp Timestamp

@length(min: 1, max: 10240)
string NextToken

@range(min: 1, max: 100)
integer MaxResults

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:cleanrooms-ml:[-a-z0-9]+:[0-9]{12}:audience-model/[-a-zA-Z0-9_/.]+$")
string AudienceModelArn

/// Why something failed; codes stay the same, messages may change.
structure StatusDetails {
    statusCode: String
    message: String
}

structure S3ConfigMap {
    @required
    s3Uri: S3Path
}

@length(min: 1, max: 1285)
@pattern("^s3://.+$")
string S3Path

enum AudienceSizeType {
    ABSOLUTE
    PERCENTAGE
}

@range(min: 1, max: 20000000)
integer AudienceSizeValue

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:cleanrooms-ml:[-a-z0-9]+:[0-9]{12}:configured-audience-model/[-a-zA-Z0-9_/.]+$")
string ConfiguredAudienceModelArn

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:cleanrooms-ml:[-a-z0-9]+:[0-9]{12}:audience-generation-job/[-a-zA-Z0-9_/.]+$")
string AudienceGenerationJobArn

/// A number of users, or percent of all users of the model.
structure AudienceSize {
    @required
    type: AudienceSizeType

    @required
    value: AudienceSizeValue
}

@range(min: 0, max: 100000)
double QuotaValue

@error("client")
@httpError(403)
structure AccessDeniedException {
    @required
    message: String
}

@error("client")
@httpError(409)
structure ConflictException {
    @required
    message: String
}

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    @required
    message: String
}

@error("client")
@httpError(402)
structure ServiceQuotaExceededException {
    @required
    message: String

    quotaName: String
    quotaValue: QuotaValue
}

@error("client")
@httpError(429)
structure ThrottlingException {
    @required
    message: String
}

@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: String
}
