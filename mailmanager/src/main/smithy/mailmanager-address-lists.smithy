$version: "2.0"

// Address lists and their members.
namespace com.amazonaws.mailmanager

/// Makes an empty address list.
@idempotent
operation CreateAddressList {
    input: CreateAddressListRequest
    output: CreateAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ConflictException
        ThrottlingException
    ]
}

/// Tells all that is known of one address list.
@readonly
operation GetAddressList {
    input: GetAddressListRequest
    output: GetAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Lists the address lists.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize", items: "AddressLists")
operation ListAddressLists {
    input: ListAddressListsRequest
    output: ListAddressListsResponse
    errors: [
        ValidationException
        AccessDeniedException
        ThrottlingException
    ]
}

/// Deletes an address list with its members.
@idempotent
operation DeleteAddressList {
    input: DeleteAddressListRequest
    output: DeleteAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ConflictException
        ThrottlingException
    ]
}

/// Adds one address or pattern.
@idempotent
operation RegisterMemberToAddressList {
    input: RegisterMemberToAddressListRequest
    output: RegisterMemberToAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Removes one address or pattern.
@idempotent
operation DeregisterMemberFromAddressList {
    input: DeregisterMemberFromAddressListRequest
    output: DeregisterMemberFromAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Tells when an address was added.
@readonly
operation GetMemberOfAddressList {
    input: GetMemberOfAddressListRequest
    output: GetMemberOfAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Lists the members of an address list.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize", items: "Addresses")
operation ListMembersOfAddressList {
    input: ListMembersOfAddressListRequest
    output: ListMembersOfAddressListResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

structure CreateAddressListRequest {
    @idempotencyToken
    ClientToken: IdempotencyToken

    @required
    AddressListName: AddressListName

    Tags: TagList
}

@length(min: 1, max: 255)
@pattern("^[a-zA-Z0-9_.-]+$")
string AddressListName

structure CreateAddressListResponse {
    @required
    AddressListId: AddressListId
}

structure GetAddressListRequest {
    @required
    AddressListId: AddressListId
}

structure GetAddressListResponse {
    @required
    AddressListId: AddressListId

    @required
    AddressListArn: AddressListArn

    @required
    AddressListName: AddressListName

    @required
    CreatedTimestamp: Timestamp

    @required
    LastUpdatedTimestamp: Timestamp
}

string AddressListArn

structure ListAddressListsRequest {
    NextToken: PaginationToken
    PageSize: PageSize
}

structure ListAddressListsResponse {
    @required
    AddressLists: AddressLists

    NextToken: PaginationToken
}

list AddressLists {
    member: AddressList
}

structure AddressList {
    @required
    AddressListId: AddressListId

    @required
    AddressListArn: AddressListArn

    @required
    AddressListName: AddressListName

    @required
    CreatedTimestamp: Timestamp

    @required
    LastUpdatedTimestamp: Timestamp
}

structure DeleteAddressListRequest {
    @required
    AddressListId: AddressListId
}

structure DeleteAddressListResponse {}

structure RegisterMemberToAddressListRequest {
    @required
    AddressListId: AddressListId

    @required
    Address: Address
}

@sensitive
@length(min: 3, max: 320)
string Address

structure RegisterMemberToAddressListResponse {}

structure DeregisterMemberFromAddressListRequest {
    @required
    AddressListId: AddressListId

    @required
    Address: Address
}

structure DeregisterMemberFromAddressListResponse {}

structure GetMemberOfAddressListRequest {
    @required
    AddressListId: AddressListId

    @required
    Address: Address
}

structure GetMemberOfAddressListResponse {
    @required
    Address: Address

    @required
    CreatedTimestamp: Timestamp
}

structure ListMembersOfAddressListRequest {
    @required
    AddressListId: AddressListId

    Filter: AddressFilter

    NextToken: PaginationToken

    PageSize: AddressPageSize
}

structure AddressFilter {
    AddressPrefix: AddressPrefix
}

@sensitive
@length(min: 1, max: 320)
string AddressPrefix

@range(min: 1, max: 1000)
integer AddressPageSize

structure ListMembersOfAddressListResponse {
    @required
    Addresses: SavedAddresses

    NextToken: PaginationToken
}

list SavedAddresses {
    member: SavedAddress
}

structure SavedAddress {
    @required
    Address: Address

    @required
    CreatedTimestamp: Timestamp
}
