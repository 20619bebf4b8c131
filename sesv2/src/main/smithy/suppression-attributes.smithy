$version: "2.0"

// For which reasons an entry of the suppression list keeps mail back (SES dossier, section 3.6).
namespace com.amazonaws.sesv2

/// Sets the reasons for the account; none means that nothing is kept back.
@idempotent
@http(method: "PUT", uri: "/v2/email/account/suppression", code: 200)
operation PutAccountSuppressionAttributes {
    input: PutAccountSuppressionAttributesRequest
    output: PutAccountSuppressionAttributesResponse
    errors: [
        BadRequestException
        TooManyRequestsException
    ]
}

/// Sets the reasons for one configuration set, which then hold instead of the account's.
@idempotent
@http(method: "PUT", uri: "/v2/email/configuration-sets/{ConfigurationSetName}/suppression-options", code: 200)
operation PutConfigurationSetSuppressionOptions {
    input: PutConfigurationSetSuppressionOptionsRequest
    output: PutConfigurationSetSuppressionOptionsResponse
    errors: [
        BadRequestException
        NotFoundException
        TooManyRequestsException
    ]
}

structure PutAccountSuppressionAttributesRequest {
    SuppressedReasons: SuppressionListReasons
    ValidationAttributes: SuppressionValidationAttributes
}

structure PutAccountSuppressionAttributesResponse {}

structure PutConfigurationSetSuppressionOptionsRequest {
    @required
    @httpLabel
    ConfigurationSetName: String

    SuppressionScope: SuppressionListScope

    SuppressedReasons: SuppressionListReasons

    ValidationOptions: SuppressionValidationOptions
}

structure PutConfigurationSetSuppressionOptionsResponse {}

enum SuppressionListScope {
    ACCOUNT
    TENANT
}

structure SuppressionValidationAttributes {
    @required
    ConditionThreshold: SuppressionConditionThreshold
}

structure SuppressionValidationOptions {
    @required
    ConditionThreshold: SuppressionConditionThreshold
}

structure SuppressionConditionThreshold {
    @required
    ConditionThresholdEnabled: FeatureStatus

    OverallConfidenceThreshold: SuppressionConfidenceThreshold
}

structure SuppressionConfidenceThreshold {
    @required
    ConfidenceVerdictThreshold: SuppressionConfidenceVerdictThreshold
}

enum SuppressionConfidenceVerdictThreshold {
    MEDIUM
    HIGH
    MANAGED
}

enum FeatureStatus {
    ENABLED
    DISABLED
}
