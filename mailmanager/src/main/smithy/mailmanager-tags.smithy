$version: "2.0"

// Tags on archives and address lists.
namespace com.amazonaws.mailmanager

/// Adds tags; a tag that is there takes the new value.
@idempotent
operation TagResource {
    input: TagResourceRequest
    output: TagResourceResponse
    errors: [
        ValidationException
        ServiceQuotaExceededException
        ConflictException
        ResourceNotFoundException
    ]
}

/// Removes tags; those that are not there are no error.
@idempotent
operation UntagResource {
    input: UntagResourceRequest
    output: UntagResourceResponse
    errors: [
        ValidationException
        ConflictException
        ResourceNotFoundException
    ]
}

/// All tags of a resource.
@readonly
operation ListTagsForResource {
    input: ListTagsForResourceRequest
    output: ListTagsForResourceResponse
    errors: [
        ValidationException
        ResourceNotFoundException
    ]
}

@length(min: 0, max: 200)
list TagList {
    member: Tag
}

structure Tag {
    @required
    Key: TagKey

    @required
    Value: TagValue
}

@length(min: 1, max: 128)
@pattern("^[a-zA-Z0-9/_\\+=\\.:@\\-]+$")
string TagKey

@length(min: 0, max: 256)
@pattern("^[a-zA-Z0-9/_\\+=\\.:@\\-]*$")
string TagValue

structure TagResourceRequest {
    @required
    ResourceArn: TaggableResourceArn

    @required
    Tags: TagList
}

@length(min: 20, max: 1011)
@pattern("^arn:aws(|-cn|-us-gov|-eusc):ses:[a-z0-9-]{1,20}:[0-9]{12}:(mailmanager-|addon-).+$")
string TaggableResourceArn

structure TagResourceResponse {}

structure UntagResourceRequest {
    @required
    ResourceArn: TaggableResourceArn

    @required
    TagKeys: TagKeyList
}

@length(min: 0, max: 200)
list TagKeyList {
    member: TagKey
}

structure UntagResourceResponse {}

structure ListTagsForResourceRequest {
    @required
    ResourceArn: TaggableResourceArn
}

structure ListTagsForResourceResponse {
    @required
    Tags: TagList
}
