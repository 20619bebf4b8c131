$version: "2.0"

// Of AWS STS the one operation that clients ask to learn whose keys they have.
namespace com.amazonaws.sts

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery

@service(
    sdkId: "STS"
    arnNamespace: "sts"
    cloudTrailEventSource: "sts.amazonaws.com"
    endpointPrefix: "sts"
)
@sigv4(name: "sts")
@awsQuery
@xmlNamespace(uri: "https://sts.amazonaws.com/doc/2011-06-15/")
@title("AWS Security Token Service")
service AWSSecurityTokenServiceV20110615 {
    version: "2011-06-15"
    operations: [
        GetCallerIdentity
    ]
}

/// Tells whose credentials signed the request.
operation GetCallerIdentity {
    input: GetCallerIdentityRequest
    output: GetCallerIdentityResponse
}

structure GetCallerIdentityRequest {}

structure GetCallerIdentityResponse {
    UserId: String
    Account: String
    Arn: String
}
