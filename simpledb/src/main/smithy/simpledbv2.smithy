$version: "2.0"

namespace com.amazonaws.simpledbv2

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Exports whole SimpleDB domains to an S3 bucket.
@service(
    sdkId: "SimpleDBv2"
    arnNamespace: "sdb"
    cloudTrailEventSource: "sdb.amazonaws.com"
    endpointPrefix: "sdb"
)
@sigv4(name: "sdb")
@restJson1
@title("Amazon SimpleDB v2")
service SimpleDBv2 {
    version: "2025-09-26"
    operations: [
        GetExport
        ListExports
        StartDomainExport
    ]
}

/// Accepts an export of one domain; the job runs afterwards.
@idempotent
@http(method: "POST", uri: "/v2/StartDomainExport", code: 200)
operation StartDomainExport {
    input: StartDomainExportRequest
    output: StartDomainExportResponse
    errors: [
        InvalidParameterCombinationException
        InvalidParameterValueException
        ConflictException
        NumberExportsLimitExceeded
        NoSuchDomainException
    ]
}

/// Tells all that is known of one export.
@readonly
@http(method: "POST", uri: "/v2/GetExport", code: 200)
operation GetExport {
    input: GetExportRequest
    output: GetExportResponse
    errors: [
        NoSuchExportException
        InvalidParameterValueException
    ]
}

/// Lists the exports of one domain or of all domains.
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "exportSummaries")
@http(method: "POST", uri: "/v2/ListExports", code: 200)
operation ListExports {
    input: ListExportsRequest
    output: ListExportsResponse
    errors: [
        InvalidNextTokenException
        InvalidParameterValueException
        NoSuchDomainException
    ]
}

structure StartDomainExportRequest {
    /// Makes a repeated call answer as the first one did, for eight hours.
    @idempotencyToken
    clientToken: IdempotencyToken

    @required
    domainName: DomainName

    @required
    s3Bucket: S3BucketName

    /// Stands before every object key of the export.
    s3KeyPrefix: S3KeyPrefix

    /// Without it the bucket's own default encryption applies.
    s3SseAlgorithm: S3SseAlgorithm

    /// Goes only together with the algorithm KMS.
    s3SseKmsKeyId: S3SseKmsKeyId

    /// The account that must own the bucket.
    s3BucketOwner: AwsAccountId
}

structure StartDomainExportResponse {
    @required
    clientToken: IdempotencyToken

    @required
    exportArn: ExportArn

    @required
    requestedAt: RequestedAt
}

structure GetExportRequest {
    @required
    exportArn: ExportArn
}

structure GetExportResponse {
    @required
    exportArn: ExportArn

    @required
    clientToken: IdempotencyToken

    @required
    exportStatus: ExportStatus

    @required
    domainName: DomainName

    @required
    requestedAt: RequestedAt

    @required
    s3Bucket: S3BucketName

    s3KeyPrefix: S3KeyPrefix

    s3SseAlgorithm: S3SseAlgorithm

    s3SseKmsKeyId: S3SseKmsKeyId

    s3BucketOwner: AwsAccountId

    /// Present when the export failed.
    failureCode: FailureCode

    /// Present when the export failed.
    failureMessage: FailureMessage

    /// The key of the summary manifest, present when the export succeeded.
    exportManifest: ExportManifestSummary

    /// Present when the export succeeded.
    itemsCount: ItemsCount

    /// The moment whose items the export holds, present once the export is in progress.
    exportDataCutoffTime: ExportDataCutoffTime
}

structure ListExportsRequest {
    domainName: DomainName
    maxResults: MaxResults
    nextToken: NextToken
}

structure ListExportsResponse {
    @required
    exportSummaries: ExportSummaries

    /// Present when more exports remain.
    nextToken: NextToken
}
