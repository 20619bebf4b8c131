$version: "2.0"

// Ours, not AWS's: there, events come from the mail that SES sends.
namespace dev.entrepot.sesv2

use aws.auth#sigv4
use aws.protocols#restJson1

/// Takes in what became of mail that was sent.
@sigv4(name: "entrepot")
@restJson1
@title("Entrepot events of SES")
service SesEvents {
    version: "2026-11-21"
    operations: [
        PutEvents
    ]
}

/// Takes in event records as SES publishes them; those that are known already change nothing.
@idempotent
@http(method: "PUT", uri: "/_entrepot/ses/events", code: 200)
operation PutEvents {
    input: PutEventsRequest
    output: PutEventsResponse
    errors: [
        ValidationException
    ]
}

structure PutEventsRequest {
    /// JSON objects: one a line, one after the other, or in one array.
    @required
    @httpPayload
    records: Blob
}

structure PutEventsResponse {
    /// Records with something new in them.
    @required
    accepted: Integer

    /// Records all of which was known.
    @required
    duplicate: Integer

    /// Records that are no events.
    @required
    rejected: Integer

    /// The first of the rejected.
    @required
    rejects: Rejects
}

list Rejects {
    member: Reject
}

structure Reject {
    /// On which it begins, from 1.
    @required
    line: Integer

    @required
    reason: String
}

@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: String
}
