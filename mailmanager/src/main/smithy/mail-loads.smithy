$version: "2.0"

// Ours, not AWS's: there mail comes in by SMTP alone.
namespace dev.entrepot.mailmanager

use aws.auth#sigv4
use aws.protocols#restJson1

/// Loads mailboxes into archives.
@sigv4(name: "entrepot")
@restJson1
@title("Entrepot loads of mail")
service MailLoads {
    version: "2026-11-21"
    operations: [
        LoadMessages
    ]
}

/// Archives a batch, but for messages whose very bytes the archive has. What the answer counts is on the disk. Repeating a request is
/// harmless.
@idempotent
@http(method: "PUT", uri: "/_entrepot/mail/archives/{archiveId}/messages", code: 200)
operation LoadMessages {
    input: LoadMessagesRequest
    output: LoadMessagesResponse
    errors: [
        ValidationException
        ResourceNotFoundException
        ConflictException
    ]
}

structure LoadMessagesRequest {
    @required
    @httpLabel
    archiveId: ArchiveId

    /// `EML1`, then each message: its length (4 bytes), when the mailbox says it was delivered and when its file was changed (8 bytes
    /// each, milliseconds since 1970, or the least number for unknown), its bytes. Numbers are big-endian.
    @required
    @httpPayload
    messages: MessageBatch
}

structure LoadMessagesResponse {
    /// How many are new.
    @required
    archived: Integer

    /// How many the archive had already, or the batch had twice.
    @required
    duplicates: Integer

    /// How many were received longer ago than the archive keeps messages. They are not archived, since they would be deleted at once.
    @required
    expired: Integer

    @required
    refused: RefusedMessages
}

list RefusedMessages {
    member: RefusedMessage
}

structure RefusedMessage {
    /// Its place in the batch, from 0.
    @required
    index: Integer

    @required
    reason: String
}

@length(min: 3, max: 66)
@pattern("^a-[\\w]{1,64}$")
string ArchiveId

blob MessageBatch

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

/// The archive is pending deletion.
@error("client")
@httpError(409)
structure ConflictException with [Explained] {}
