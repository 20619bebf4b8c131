$version: "2.0"

// Contact lists and their topics (SES dossier, section 3.1). Lengths and alphabets are left to the service, whose texts for
// them are its own.
namespace com.amazonaws.sesv2

/// Makes a list with its topics.
@http(method: "POST", uri: "/v2/email/contact-lists", code: 200)
operation CreateContactList {
    input: CreateContactListRequest
    output: CreateContactListResponse
    errors: [
        AlreadyExistsException
        BadRequestException
        LimitExceededException
        TooManyRequestsException
    ]
}

@readonly
@http(method: "GET", uri: "/v2/email/contact-lists/{ContactListName}", code: 200)
operation GetContactList {
    input: GetContactListRequest
    output: GetContactListResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize")
@http(method: "GET", uri: "/v2/email/contact-lists", code: 200)
operation ListContactLists {
    input: ListContactListsRequest
    output: ListContactListsResponse
    errors: [
        BadRequestException
        TooManyRequestsException
    ]
}

/// Replaces topics and description.
@idempotent
@http(method: "PUT", uri: "/v2/email/contact-lists/{ContactListName}", code: 200)
operation UpdateContactList {
    input: UpdateContactListRequest
    output: UpdateContactListResponse
    errors: [
        BadRequestException
        ConcurrentModificationException
        NotFoundException
        TooManyRequestsException
    ]
}

/// Deletes a list with all its contacts.
@idempotent
@http(method: "DELETE", uri: "/v2/email/contact-lists/{ContactListName}", code: 200)
operation DeleteContactList {
    input: DeleteContactListRequest
    output: DeleteContactListResponse
    errors: [
        BadRequestException
        ConcurrentModificationException
        NotFoundException
        TooManyRequestsException
    ]
}

structure CreateContactListRequest {
    @required
    ContactListName: ContactListName

    Topics: Topics

    Description: Description

    Tags: TagList
}

structure CreateContactListResponse {}

structure GetContactListRequest {
    @required
    @httpLabel
    ContactListName: ContactListName
}

structure GetContactListResponse {
    ContactListName: ContactListName
    Topics: Topics
    Description: Description
    CreatedTimestamp: Timestamp
    LastUpdatedTimestamp: Timestamp
    Tags: TagList
}

structure ListContactListsRequest {
    @httpQuery("PageSize")
    PageSize: MaxItems

    @httpQuery("NextToken")
    NextToken: NextToken
}

structure ListContactListsResponse {
    ContactLists: ListOfContactLists
    NextToken: NextToken
}

structure UpdateContactListRequest {
    @required
    @httpLabel
    ContactListName: ContactListName

    Topics: Topics

    Description: Description
}

structure UpdateContactListResponse {}

structure DeleteContactListRequest {
    @required
    @httpLabel
    ContactListName: ContactListName
}

structure DeleteContactListResponse {}

structure ContactList {
    ContactListName: ContactListName
    LastUpdatedTimestamp: Timestamp
}

list ListOfContactLists {
    member: ContactList
}

/// Something a contact may want to hear about.
structure Topic {
    @required
    TopicName: TopicName

    /// What contacts see.
    @required
    DisplayName: String

    Description: Description

    /// What holds for contacts that say nothing about the topic.
    @required
    DefaultSubscriptionStatus: SubscriptionStatus
}

list Topics {
    member: Topic
}

string TopicName

/// In the order in which the service lists them.
enum SubscriptionStatus {
    OPT_OUT
    OPT_IN
}
