$version: "2.0"

// Contacts of a list (SES dossier, sections 3.2 to 3.5).
namespace com.amazonaws.sesv2

use entrepot#alsoBoundTo

@http(method: "POST", uri: "/v2/email/contact-lists/{ContactListName}/contacts", code: 200)
operation CreateContact {
    input: CreateContactRequest
    output: CreateContactResponse
    errors: [
        AlreadyExistsException
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@readonly
@http(method: "GET", uri: "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}", code: 200)
operation GetContact {
    input: GetContactRequest
    output: GetContactResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

/// Lists contacts; the filter sees them all before pages are cut.
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize")
@http(method: "POST", uri: "/v2/email/contact-lists/{ContactListName}/contacts/list", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/v2/email/contact-lists/{ContactListName}/contacts" }])
operation ListContacts {
    input: ListContactsRequest
    output: ListContactsResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@idempotent
@http(method: "PUT", uri: "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}", code: 200)
operation UpdateContact {
    input: UpdateContactRequest
    output: UpdateContactResponse
    errors: [
        BadRequestException
        ConcurrentModificationException
        NotFoundException
        TooManyRequestsException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}", code: 200)
operation DeleteContact {
    input: DeleteContactRequest
    output: DeleteContactResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

structure CreateContactRequest {
    @required
    @httpLabel
    ContactListName: ContactListName

    @required
    EmailAddress: EmailAddress

    TopicPreferences: TopicPreferenceList

    UnsubscribeAll: Boolean

    AttributesData: AttributesData
}

structure CreateContactResponse {}

structure GetContactRequest {
    @required
    @httpLabel
    ContactListName: ContactListName

    @required
    @httpLabel
    EmailAddress: EmailAddress
}

structure GetContactResponse {
    ContactListName: ContactListName
    EmailAddress: EmailAddress
    TopicPreferences: TopicPreferenceList
    TopicDefaultPreferences: TopicPreferenceList
    UnsubscribeAll: Boolean
    AttributesData: AttributesData
    CreatedTimestamp: Timestamp
    LastUpdatedTimestamp: Timestamp
}

structure ListContactsRequest {
    @required
    @httpLabel
    ContactListName: ContactListName

    Filter: ListContactsFilter

    PageSize: MaxItems

    NextToken: NextToken
}

structure ListContactsResponse {
    Contacts: ListOfContacts
    NextToken: NextToken
}

structure UpdateContactRequest {
    @required
    @httpLabel
    ContactListName: ContactListName

    @required
    @httpLabel
    EmailAddress: EmailAddress

    TopicPreferences: TopicPreferenceList

    UnsubscribeAll: Boolean

    AttributesData: AttributesData
}

structure UpdateContactResponse {}

structure DeleteContactRequest {
    @required
    @httpLabel
    ContactListName: ContactListName

    @required
    @httpLabel
    EmailAddress: EmailAddress
}

structure DeleteContactResponse {}

structure Contact {
    EmailAddress: EmailAddress

    /// What the contact said.
    TopicPreferences: TopicPreferenceList

    /// What holds of the topics about which it said nothing.
    TopicDefaultPreferences: TopicPreferenceList

    UnsubscribeAll: Boolean

    LastUpdatedTimestamp: Timestamp
}

list ListOfContacts {
    member: Contact
}

structure ListContactsFilter {
    FilteredStatus: SubscriptionStatus
    TopicFilter: TopicFilter
}

structure TopicFilter {
    TopicName: TopicName

    /// Whether contacts that say nothing about the topic count by its default.
    UseDefaultIfPreferenceUnavailable: Boolean
}

structure TopicPreference {
    @required
    TopicName: TopicName

    @required
    SubscriptionStatus: SubscriptionStatus
}

list TopicPreferenceList {
    member: TopicPreference
}

/// Text that holds a JSON object, for the sender's own use.
string AttributesData
