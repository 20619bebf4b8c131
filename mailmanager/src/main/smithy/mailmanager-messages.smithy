$version: "2.0"

// Single archived messages.
namespace com.amazonaws.mailmanager

/// A link to the exact bytes of a message, and what is known of how it came.
@readonly
operation GetArchiveMessage {
    input: GetArchiveMessageRequest
    output: GetArchiveMessageResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

/// The readable text of a message, without its attachments.
operation GetArchiveMessageContent {
    input: GetArchiveMessageContentRequest
    output: GetArchiveMessageContentResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

structure Envelope {
    Helo: String
    From: String
    To: StringList
}

structure GetArchiveMessageRequest {
    @required
    ArchivedMessageId: ArchivedMessageId
}

structure GetArchiveMessageResponse {
    MessageDownloadLink: S3PresignedURL
    Metadata: Metadata
    Envelope: Envelope
}

string S3PresignedURL

structure Metadata {
    Timestamp: Timestamp
    IngressPointId: IngressPointId
    TrafficPolicyId: TrafficPolicyId
    RuleSetId: RuleSetId
    SenderHostname: String
    SenderIpAddress: SenderIpAddress
    TlsCipherSuite: String
    TlsProtocol: String
    SendingMethod: String
    SourceIdentity: String
    SendingPool: String
    ConfigurationSet: String
    SourceArn: String
}

@length(min: 1, max: 100)
string TrafficPolicyId

@length(min: 1, max: 100)
string RuleSetId

structure GetArchiveMessageContentRequest {
    @required
    ArchivedMessageId: ArchivedMessageId
}

structure GetArchiveMessageContentResponse {
    Body: MessageBody
}

structure MessageBody {
    Text: String

    Html: String

    /// The message breaks the standard; the texts are what could be read.
    MessageMalformed: Boolean
}
