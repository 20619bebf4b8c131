$version: "2.0"

// Tags of contact lists.
namespace com.amazonaws.sesv2

@http(method: "POST", uri: "/v2/email/tags", code: 200)
operation TagResource {
    input: TagResourceRequest
    output: TagResourceResponse
    errors: [
        BadRequestException
        ConcurrentModificationException
        NotFoundException
        TooManyRequestsException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/v2/email/tags", code: 200)
operation UntagResource {
    input: UntagResourceRequest
    output: UntagResourceResponse
    errors: [
        BadRequestException
        ConcurrentModificationException
        NotFoundException
        TooManyRequestsException
    ]
}

@readonly
@http(method: "GET", uri: "/v2/email/tags", code: 200)
operation ListTagsForResource {
    input: ListTagsForResourceRequest
    output: ListTagsForResourceResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

structure TagResourceRequest {
    @required
    ResourceArn: AmazonResourceName

    @required
    Tags: TagList
}

structure TagResourceResponse {}

structure UntagResourceRequest {
    @required
    @httpQuery("ResourceArn")
    ResourceArn: AmazonResourceName

    @required
    @httpQuery("TagKeys")
    TagKeys: TagKeyList
}

structure UntagResourceResponse {}

structure ListTagsForResourceRequest {
    @required
    @httpQuery("ResourceArn")
    ResourceArn: AmazonResourceName
}

structure ListTagsForResourceResponse {
    @required
    Tags: TagList
}

structure Tag {
    @required
    Key: String

    @required
    Value: String
}

list TagList {
    member: Tag
}

list TagKeyList {
    member: String
}

@length(min: 1)
string AmazonResourceName
