$version: "2.0"

namespace com.amazonaws.sesv2

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Keeps contact lists and the list of suppressed destinations, loads both from files, and exports what is known of sent mail.
@service(
    sdkId: "SESv2"
    arnNamespace: "ses"
    cloudTrailEventSource: "ses.amazonaws.com"
    endpointPrefix: "email"
)
@sigv4(name: "ses")
@restJson1
@title("Amazon Simple Email Service")
service SESv2 {
    version: "2019-09-27"
    operations: [
        CancelExportJob
        CreateContact
        CreateContactList
        CreateExportJob
        CreateImportJob
        DeleteContact
        DeleteContactList
        DeleteSuppressedDestination
        GetContact
        GetContactList
        GetExportJob
        GetImportJob
        GetSuppressedDestination
        ListContactLists
        ListContacts
        ListExportJobs
        ListImportJobs
        ListSuppressedDestinations
        ListTagsForResource
        PutAccountSuppressionAttributes
        PutConfigurationSetSuppressionOptions
        PutSuppressedDestination
        TagResource
        UntagResource
        UpdateContact
        UpdateContactList
    ]
}

string ContactListName

string Description

string EmailAddress

integer MaxItems

string NextToken

timestamp Timestamp

/// Where a job stands. An import is never cancelled.
enum JobStatus {
    /// Accepted and waiting.
    CREATED

    PROCESSING

    /// Read or written to the end, however many records failed.
    COMPLETED

    FAILED

    CANCELLED
}

@length(min: 1)
string JobId

enum DataFormat {
    CSV
    JSON
}

@pattern("^s3:\\/\\/([^\\/]+)\\/(.*?([^\\/]+)\\/?)$")
string S3Url

/// Why a job or some of its records failed.
structure FailureInfo {
    /// An https URL, signed and good for some time, of a file with every failed record. Present when records failed.
    FailedRecordsS3Url: String

    /// Present when the job failed.
    ErrorMessage: String
}

@mixin
structure Explained {
    message: String
}

@error("client")
@httpError(400)
structure AlreadyExistsException with [Explained] {}

/// The input is not what the operation takes.
@error("client")
@httpError(400)
structure BadRequestException with [Explained] {}

@error("server")
@httpError(500)
structure ConcurrentModificationException with [Explained] {}

@error("client")
@httpError(400)
structure InvalidNextTokenException with [Explained] {}

@error("client")
@httpError(400)
structure LimitExceededException with [Explained] {}

@error("client")
@httpError(404)
structure NotFoundException with [Explained] {}

@error("client")
@httpError(429)
structure TooManyRequestsException with [Explained] {}
