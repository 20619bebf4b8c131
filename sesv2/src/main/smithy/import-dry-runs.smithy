$version: "2.0"

// Ours, not AWS's: AWS tells what an import changes only by doing it.
namespace dev.entrepot.sesv2.dryrun

use aws.auth#sigv4
use aws.protocols#restJson1
use com.amazonaws.sesv2#BadRequestException
use com.amazonaws.sesv2#ImportDataSource
use com.amazonaws.sesv2#ImportDestination
use com.amazonaws.sesv2#LimitExceededException
use com.amazonaws.sesv2#NotFoundException

/// Tells what imports into SES v2 would change.
@sigv4(name: "entrepot")
@restJson1
@title("Entrepot dry runs of SES v2 imports")
service ImportDryRuns {
    version: "2026-11-21"
    operations: [
        StartImportDryRun
    ]
}

/// Accepts the dry run of one import; the job runs afterwards and changes no list.
@http(method: "POST", uri: "/_entrepot/ses/import-dry-runs", code: 200)
operation StartImportDryRun {
    input: StartImportDryRunRequest
    output: StartImportDryRunResponse
    errors: [
        BadRequestException
        LimitExceededException
        NotFoundException
    ]
}

/// What CreateImportJob would be sent.
structure StartImportDryRunRequest {
    @required
    ImportDestination: ImportDestination

    @required
    ImportDataSource: ImportDataSource
}

structure StartImportDryRunResponse {
    @required
    JobId: String

    /// Where the job puts its report when it succeeds, a JSON object: Created, Updated, Unchanged, Deleted and Rejected are numbers of
    /// records, and FirstRejected has the line, errorCode and errorMessage of some.
    @required
    ReportS3Bucket: String

    @required
    ReportS3Key: String
}
