$version: "2.0"

// Values and errors of SimpleDBv2. Patterns hold for the whole text; where AWS's error table is stricter than its
// model, the table's rule stands here.
namespace com.amazonaws.simpledbv2

structure ExportSummary {
    @required
    exportArn: ExportArn

    @required
    exportStatus: ExportStatus

    @required
    requestedAt: RequestedAt

    @required
    domainName: DomainName
}

@length(min: 0)
list ExportSummaries {
    member: ExportSummary
}

enum ExportStatus {
    /// Accepted and waiting.
    PENDING

    /// Being written.
    IN_PROGRESS

    SUCCEEDED

    FAILED
}

enum S3SseAlgorithm {
    AES256
    KMS
}

@length(min: 1, max: 128)
@pattern("^[!-~]+$")
string IdempotencyToken

@length(min: 3, max: 255)
@pattern("^[a-zA-Z0-9_.-]+$")
string DomainName

@length(min: 20, max: 2048)
@pattern("^arn:aws[a-z0-9-]*:sdb:[a-z0-9-]+:[0-9]{12}:domain/[a-zA-Z0-9_.-]{3,255}/export/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
string ExportArn

timestamp ExportDataCutoffTime

@length(min: 1)
string ExportManifestSummary

@length(min: 1)
@pattern("^[a-zA-Z0-9]+$")
string FailureCode

@length(min: 1)
string FailureMessage

@range(min: 0)
long ItemsCount

@range(min: 1, max: 100)
integer MaxResults

@length(min: 1, max: 2048)
@pattern("^[a-zA-Z0-9_=-]+$")
string NextToken

timestamp RequestedAt

@length(min: 3, max: 63)
@pattern("^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$")
string S3BucketName

@length(min: 1, max: 850)
string S3KeyPrefix

/// A key id, key ARN, alias or alias ARN: the table's rule forgets the slash that two of these need.
@length(min: 1, max: 2048)
@pattern("^[a-zA-Z0-9_:/-]+$")
string S3SseKmsKeyId

@pattern("^[0-9]{12}$")
string AwsAccountId

@mixin
structure Explained {
    @required
    message: String
}

/// The client token was used before with other parameters.
@error("client")
@httpError(400)
structure ConflictException with [Explained] {}

@error("client")
@httpError(400)
structure InvalidNextTokenException with [Explained] {}

@error("client")
@httpError(400)
structure InvalidParameterCombinationException with [Explained] {}

@error("client")
@httpError(400)
structure InvalidParameterValueException with [Explained] {}

@error("client")
@httpError(400)
structure NoSuchDomainException with [Explained] {}

@error("client")
@httpError(400)
structure NoSuchExportException with [Explained] {}

/// Too many exports of this domain or this account within 24 hours.
@error("client")
@httpError(409)
structure NumberExportsLimitExceeded with [Explained] {}
