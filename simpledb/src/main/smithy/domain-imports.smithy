$version: "2.0"

// Ours, not AWS's: AWS cannot load an export again.
namespace dev.entrepot.simpledb

use aws.auth#sigv4
use aws.protocols#restJson1

/// Loads objects of S3 into SimpleDB domains.
@sigv4(name: "entrepot")
@restJson1
@title("Entrepot imports into SimpleDB")
service DomainImports {
    version: "2026-11-21"
    operations: [
        StartDomainImport
    ]
}

/// Accepts an import into one domain; the job runs afterwards.
@http(method: "POST", uri: "/_entrepot/simpledb/imports", code: 200)
operation StartDomainImport {
    input: StartDomainImportRequest
    output: StartDomainImportResponse
    errors: [
        ValidationException
        DomainNotEmptyException
        ImportInProgressException
    ]
}

structure StartDomainImportRequest {
    /// Made when all of the source has been verified, if it is not there.
    @required
    domainName: DomainName

    @required
    s3Bucket: S3BucketName

    /// For an export the key of its manifest-summary.json.
    @required
    s3Key: S3Key

    @required
    format: SourceFormat

    /// The CSV column that holds the item names; the first when absent.
    itemNameColumn: ColumnName

    /// Whether the domain may have items; those of the same name are replaced.
    merge: Boolean
}

structure StartDomainImportResponse {
    @required
    jobId: String

    /// Where records go that are no items SimpleDB could hold, in the source's bucket; there is no such object when all were good.
    @required
    rejectedS3Key: String
}

enum SourceFormat {
    /// All that an export wrote. One wrong byte, and nothing is imported.
    EXPORT

    /// An item a line, as in an export's data files.
    NDJSON

    /// A header, then an item a line: each column an attribute, each empty cell none.
    CSV
}

@length(min: 3, max: 255)
@pattern("^[a-zA-Z0-9_.-]+$")
string DomainName

@length(min: 3, max: 63)
string S3BucketName

@length(min: 1, max: 1024)
string S3Key

@length(min: 1, max: 1024)
string ColumnName

@mixin
structure Explained {
    @required
    message: String
}

@error("client")
@httpError(400)
structure ValidationException with [Explained] {}

/// The domain has items, and the request does not say that they may stay.
@error("client")
@httpError(409)
structure DomainNotEmptyException with [Explained] {}

/// One import into a domain at a time.
@error("client")
@httpError(409)
structure ImportInProgressException with [Explained] {}
