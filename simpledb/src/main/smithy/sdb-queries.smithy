$version: "2.0"

namespace com.amazonaws.sdb

/// Reads one item; an unknown item has no attributes.
operation GetAttributes {
    input: GetAttributesRequest
    output: GetAttributesResult
    errors: [
        InvalidParameterValue
        MissingParameter
        NoSuchDomain
    ]
}

/// Finds items of one domain by an expression of the Select language.
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Items")
operation Select {
    input: SelectRequest
    output: SelectResult
    errors: [
        InvalidParameterValue
        InvalidNextToken
        InvalidNumberPredicates
        InvalidNumberValueTests
        InvalidQueryExpression
        InvalidSortExpression
        MissingParameter
        NoSuchDomain
        RequestTimeout
        TooManyRequestedAttributes
    ]
}

structure GetAttributesRequest {
    @required
    DomainName: String

    @required
    ItemName: String

    /// The attributes asked for; all of them when none is named.
    @xmlFlattened
    @xmlName("AttributeName")
    AttributeNames: AttributeNameList

    ConsistentRead: Boolean
}

list AttributeNameList {
    @xmlName("AttributeName")
    member: String
}

structure GetAttributesResult {
    @xmlFlattened
    @xmlName("Attribute")
    Attributes: AttributeList
}

structure SelectRequest {
    @required
    SelectExpression: String

    NextToken: String

    ConsistentRead: Boolean
}

structure SelectResult {
    @xmlFlattened
    @xmlName("Item")
    Items: ItemList

    NextToken: String
}

structure Item {
    @required
    Name: String

    /// Says base64 when the name holds characters that XML cannot carry.
    AlternateNameEncoding: String

    @required
    @xmlFlattened
    @xmlName("Attribute")
    Attributes: AttributeList
}

list ItemList {
    @xmlName("Item")
    member: Item
}

structure Attribute {
    @required
    Name: String

    /// Says base64 when the name holds characters that XML cannot carry.
    AlternateNameEncoding: String

    @required
    Value: String

    /// Says base64 when the value holds characters that XML cannot carry.
    AlternateValueEncoding: String
}

list AttributeList {
    @xmlName("Attribute")
    member: Attribute
}
