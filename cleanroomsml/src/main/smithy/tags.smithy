$version: "2.0"

// Tags of all resources but exports (dossier, section 1.11).
namespace com.amazonaws.cleanroomsml

use entrepot#alsoBoundTo

@http(method: "POST", uri: "/tags/{resourceArn}", code: 200)
@alsoBoundTo([{ method: "POST", uri: "/tags/{resourceArn+}" }])
operation TagResource {
    input: TagResourceRequest
    output: TagResourceResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/tags/{resourceArn}", code: 200)
@alsoBoundTo([{ method: "DELETE", uri: "/tags/{resourceArn+}" }])
operation UntagResource {
    input: UntagResourceRequest
    output: UntagResourceResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@readonly
@http(method: "GET", uri: "/tags/{resourceArn}", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/tags/{resourceArn+}" }])
operation ListTagsForResource {
    input: ListTagsForResourceRequest
    output: ListTagsForResourceResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

structure TagResourceRequest {
    @required
    @httpLabel
    resourceArn: TaggableArn

    @required
    tags: TagMap
}

@length(min: 20, max: 2048)
@pattern("^arn:aws[-a-z]*:cleanrooms-ml:[-a-z0-9]+:[0-9]{12}:((membership/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/(configured-model-algorithm-association|trained-model|trained-model-inference-job|ml-input-channel))|training-dataset|audience-model|configured-audience-model|audience-generation-job|configured-model-algorithm)/[-a-zA-Z0-9_/.]+$")
string TaggableArn

structure TagResourceResponse {}

structure UntagResourceRequest {
    @required
    @httpLabel
    resourceArn: TaggableArn

    @required
    @httpQuery("tagKeys")
    tagKeys: TagKeys
}

@length(max: 200)
list TagKeys {
    member: TagKey
}

structure UntagResourceResponse {}

structure ListTagsForResourceRequest {
    @required
    @httpLabel
    resourceArn: TaggableArn
}

structure ListTagsForResourceResponse {
    @required
    tags: TagMap
}
