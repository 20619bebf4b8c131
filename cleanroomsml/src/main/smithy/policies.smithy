$version: "2.0"

// Policies of configured audience models (dossier, section 1.10).
namespace com.amazonaws.cleanroomsml

use entrepot#alsoBoundTo

/// Says which other accounts may start jobs; replaces the whole policy.
@idempotent
@http(method: "PUT", uri: "/configured-audience-model/{configuredAudienceModelArn}/policy", code: 200)
@alsoBoundTo([{ method: "PUT", uri: "/configured-audience-model/{configuredAudienceModelArn+}/policy" }])
operation PutConfiguredAudienceModelPolicy {
    input: PutConfiguredAudienceModelPolicyRequest
    output: PutConfiguredAudienceModelPolicyResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@http(method: "GET", uri: "/configured-audience-model/{configuredAudienceModelArn}/policy", code: 200)
@alsoBoundTo([{ method: "GET", uri: "/configured-audience-model/{configuredAudienceModelArn+}/policy" }])
operation GetConfiguredAudienceModelPolicy {
    input: GetConfiguredAudienceModelPolicyRequest
    output: GetConfiguredAudienceModelPolicyResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
@http(method: "DELETE", uri: "/configured-audience-model/{configuredAudienceModelArn}/policy", code: 200)
@alsoBoundTo([{ method: "DELETE", uri: "/configured-audience-model/{configuredAudienceModelArn+}/policy" }])
operation DeleteConfiguredAudienceModelPolicy {
    input: DeleteConfiguredAudienceModelPolicyRequest
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

structure PutConfiguredAudienceModelPolicyRequest {
    @required
    @httpLabel
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    @required
    configuredAudienceModelPolicy: ResourcePolicy

    previousPolicyHash: Hash
    policyExistenceCondition: PolicyExistenceCondition
}

@length(min: 1, max: 20480)
string ResourcePolicy

@length(min: 64, max: 128)
@pattern("^[0-9a-f]+$")
string Hash

enum PolicyExistenceCondition {
    POLICY_MUST_EXIST
    POLICY_MUST_NOT_EXIST
}

structure PutConfiguredAudienceModelPolicyResponse {
    @required
    configuredAudienceModelPolicy: ResourcePolicy

    @required
    policyHash: Hash
}

structure GetConfiguredAudienceModelPolicyRequest {
    @required
    @httpLabel
    configuredAudienceModelArn: ConfiguredAudienceModelArn
}

structure GetConfiguredAudienceModelPolicyResponse {
    @required
    configuredAudienceModelArn: ConfiguredAudienceModelArn

    @required
    configuredAudienceModelPolicy: ResourcePolicy

    @required
    policyHash: Hash
}

structure DeleteConfiguredAudienceModelPolicyRequest {
    @required
    @httpLabel
    configuredAudienceModelArn: ConfiguredAudienceModelArn
}
