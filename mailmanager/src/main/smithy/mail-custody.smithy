$version: "2.0"

// Ours, not AWS's: there nothing keeps mail beyond its retention, and CloudTrail tells who did what.
namespace dev.entrepot.mailmanager.custody

use aws.auth#sigv4
use aws.protocols#restJson1
use com.amazonaws.mailmanager#ArchiveFilters

/// Legal holds on archived mail, and what was done with it.
@sigv4(name: "entrepot")
@restJson1
@title("Entrepot custody of mail")
service MailCustody {
    version: "2026-11-21"
    operations: [
        PlaceHold
        ListHolds
        ReleaseHold
        ListAuditEntries
    ]
}

/// Keeps messages from retention and deletion until the hold is released: all of the archive or all that is received within a time, also
/// what is still to come; or those that filters choose now, or those listed.
@http(method: "POST", uri: "/_entrepot/mail/custody/archives/{archiveId}/holds", code: 200)
operation PlaceHold {
    input: PlaceHoldRequest
    output: PlaceHoldResponse
    errors: [
        ValidationException
        ResourceNotFoundException
    ]
}

/// The holds of an archive in the order they were placed, released ones too.
@readonly
@http(method: "GET", uri: "/_entrepot/mail/custody/archives/{archiveId}/holds", code: 200)
operation ListHolds {
    input: ListHoldsRequest
    output: ListHoldsResponse
    errors: [
        ValidationException
        ResourceNotFoundException
    ]
}

/// Lets retention and deletion go on. Releasing again changes nothing.
@idempotent
@http(method: "PUT", uri: "/_entrepot/mail/custody/archives/{archiveId}/holds/{holdId}/release", code: 200)
operation ReleaseHold {
    input: ReleaseHoldRequest
    output: ReleaseHoldResponse
    errors: [
        ValidationException
        ResourceNotFoundException
    ]
}

/// What was done with an archive, oldest first; also with one that is gone.
@readonly
@http(method: "GET", uri: "/_entrepot/mail/custody/archives/{archiveId}/audit-entries", code: 200)
operation ListAuditEntries {
    input: ListAuditEntriesRequest
    output: ListAuditEntriesResponse
    errors: [
        ValidationException
    ]
}

structure PlaceHoldRequest {
    @required
    @httpLabel
    archiveId: ArchiveId

    /// Why, for whoever asks later.
    @required
    reason: Reason

    /// Without any of the following the whole archive is held.
    receivedFrom: Timestamp

    receivedTo: Timestamp

    /// Of what was received within the time, only what these choose when the hold is placed, as a search's do.
    filters: ArchiveFilters

    /// Not together with the others.
    messageIds: MessageIds
}

@length(min: 1, max: 1000)
string Reason

@length(min: 1, max: 10000)
list MessageIds {
    member: String
}

structure PlaceHoldResponse {
    @required
    holdId: String

    /// How many messages it is on now.
    @required
    messages: Long
}

structure ListHoldsRequest {
    @required
    @httpLabel
    archiveId: ArchiveId

    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("pageSize")
    pageSize: PageSize
}

structure ListHoldsResponse {
    @required
    holds: Holds

    nextToken: NextToken
}

list Holds {
    member: Hold
}

structure Hold {
    @required
    holdId: String

    @required
    reason: Reason

    @required
    scope: HoldScope

    /// How many messages it is on, or was on.
    @required
    messages: Long

    /// Of the scopes RECEIVED and FILTERS; absent where the time has no end.
    receivedFrom: Timestamp

    receivedTo: Timestamp

    /// Of the scope FILTERS, as a JSON object.
    filters: String

    /// An access key id.
    @required
    placedBy: String

    @required
    placedTimestamp: Timestamp

    releasedBy: String

    releasedTimestamp: Timestamp
}

enum HoldScope {
    /// All that the archive has and will have.
    ARCHIVE

    /// What was or will be received within a time.
    RECEIVED

    /// What filters chose when the hold was placed.
    FILTERS

    /// Messages that were listed.
    MESSAGES
}

structure ReleaseHoldRequest {
    @required
    @httpLabel
    archiveId: ArchiveId

    @required
    @httpLabel
    holdId: HoldId
}

structure ReleaseHoldResponse {}

structure ListAuditEntriesRequest {
    @required
    @httpLabel
    archiveId: ArchiveId

    @httpQuery("nextToken")
    nextToken: NextToken

    @httpQuery("pageSize")
    pageSize: PageSize
}

structure ListAuditEntriesResponse {
    @required
    entries: AuditEntries

    nextToken: NextToken
}

list AuditEntries {
    member: AuditEntry
}

structure AuditEntry {
    /// From 1, without gaps.
    @required
    number: Long

    @required
    timestamp: Timestamp

    @required
    accessKeyId: String

    /// The operation's name.
    @required
    action: String

    /// What was asked for, by the API's member names.
    @required
    details: Details

    /// How many messages it came to, where that is known.
    items: Long
}

map Details {
    key: String
    value: String
}

@length(min: 3, max: 66)
@pattern("^a-[\\w]{1,64}$")
string ArchiveId

@length(min: 1, max: 64)
@pattern("^hold-[a-z0-9]+$")
string HoldId

@length(min: 1, max: 2048)
string NextToken

@range(min: 1, max: 1000)
integer PageSize

@mixin
structure Explained {
    @required
    message: String
}

@error("client")
@httpError(400)
structure ValidationException with [Explained] {}

@error("client")
@httpError(404)
structure ResourceNotFoundException with [Explained] {}
