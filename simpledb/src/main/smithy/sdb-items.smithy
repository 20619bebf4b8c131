$version: "2.0"

namespace com.amazonaws.sdb

/// Writes attributes of one item, all or none.
operation PutAttributes {
    input: PutAttributesRequest
    errors: [
        InvalidParameterValue
        MissingParameter
        NoSuchDomain
        NumberDomainAttributesExceeded
        NumberDomainBytesExceeded
        NumberItemAttributesExceeded
        NumberSubmittedAttributesExceeded
        AttributeDoesNotExist
        ConditionalCheckFailed
        ExistsAndExpectedValue
        IncompleteExpectedValues
        MultiValuedAttribute
    ]
}

/// Writes attributes of up to 25 items, all or none.
operation BatchPutAttributes {
    input: BatchPutAttributesRequest
    errors: [
        DuplicateItemName
        InvalidParameterValue
        MissingParameter
        NoSuchDomain
        NumberItemAttributesExceeded
        NumberDomainAttributesExceeded
        NumberDomainBytesExceeded
        NumberSubmittedItemsExceeded
        NumberSubmittedAttributesExceeded
    ]
}

/// Deletes values, attributes or the whole item.
operation DeleteAttributes {
    input: DeleteAttributesRequest
    errors: [
        InvalidParameterValue
        MissingParameter
        NoSuchDomain
        AttributeDoesNotExist
        ConditionalCheckFailed
        ExistsAndExpectedValue
        IncompleteExpectedValues
        MultiValuedAttribute
    ]
}

/// Deletes values, attributes or whole items, all or none.
operation BatchDeleteAttributes {
    input: BatchDeleteAttributesRequest
    errors: [
        DuplicateItemName
        InvalidParameterValue
        MissingParameter
        NoSuchDomain
        NumberSubmittedItemsExceeded
    ]
}

structure PutAttributesRequest {
    @required
    DomainName: String

    @required
    ItemName: String

    @required
    @xmlFlattened
    @xmlName("Attribute")
    Attributes: ReplaceableAttributeList

    /// One condition; a list, because older clients number it and a second one has an error of its own.
    @xmlFlattened
    Expected: UpdateConditionList
}

structure BatchPutAttributesRequest {
    @required
    DomainName: String

    @required
    @xmlFlattened
    @xmlName("Item")
    Items: ReplaceableItemList
}

structure DeleteAttributesRequest {
    @required
    DomainName: String

    @required
    ItemName: String

    @xmlFlattened
    @xmlName("Attribute")
    Attributes: DeletableAttributeList

    /// One condition; a list, because older clients number it and a second one has an error of its own.
    @xmlFlattened
    Expected: UpdateConditionList
}

structure BatchDeleteAttributesRequest {
    @required
    DomainName: String

    @required
    @xmlFlattened
    @xmlName("Item")
    Items: DeletableItemList
}

/// What one attribute of the item must be like for the write to happen.
structure UpdateCondition {
    Name: String
    Value: String
    Exists: Boolean
}

structure ReplaceableItem {
    @required
    @xmlName("ItemName")
    Name: String

    @required
    @xmlFlattened
    @xmlName("Attribute")
    Attributes: ReplaceableAttributeList
}

list ReplaceableItemList {
    @xmlName("Item")
    member: ReplaceableItem
}

structure ReplaceableAttribute {
    @required
    Name: String

    @required
    Value: String

    /// Whether the attribute's earlier values go first.
    Replace: Boolean
}

list ReplaceableAttributeList {
    @xmlName("Attribute")
    member: ReplaceableAttribute
}

structure DeletableItem {
    @required
    @xmlName("ItemName")
    Name: String

    @xmlFlattened
    @xmlName("Attribute")
    Attributes: DeletableAttributeList
}

list DeletableItemList {
    @xmlName("Item")
    member: DeletableItem
}

/// AWS's current model uses Attribute here and so demands a value, which its guide does not.
structure DeletableAttribute {
    @required
    Name: String

    /// Without it all values of the attribute are deleted.
    Value: String
}

list DeletableAttributeList {
    @xmlName("Attribute")
    member: DeletableAttribute
}

list UpdateConditionList {
    member: UpdateCondition
}
