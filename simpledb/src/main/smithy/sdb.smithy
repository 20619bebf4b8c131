$version: "2.0"

namespace com.amazonaws.sdb

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery

/// Keeps items, each a set of attribute name and value pairs, in domains.
/// Lengths of names and values are left to the service, whose texts for them are its own.
@service(
    sdkId: "SimpleDB"
    arnNamespace: "sdb"
    cloudTrailEventSource: "sdb.amazonaws.com"
    endpointPrefix: "sdb"
)
@sigv4(name: "sdb")
@awsQuery
@xmlNamespace(uri: "http://sdb.amazonaws.com/doc/2009-04-15/")
@title("Amazon SimpleDB")
service AmazonSimpleDB {
    version: "2009-04-15"
    operations: [
        BatchDeleteAttributes
        BatchPutAttributes
        CreateDomain
        DeleteAttributes
        DeleteDomain
        DomainMetadata
        GetAttributes
        ListDomains
        PutAttributes
        Select
    ]
}

/// Creates a domain; an existing one of this name is left as it is.
operation CreateDomain {
    input: CreateDomainRequest
    errors: [
        InvalidParameterValue
        MissingParameter
        NumberDomainsExceeded
    ]
}

/// Deletes a domain with all its items; an unknown name is a success.
operation DeleteDomain {
    input: DeleteDomainRequest
    errors: [
        MissingParameter
        DeleteConflictException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxNumberOfDomains", items: "DomainNames")
operation ListDomains {
    input: ListDomainsRequest
    output: ListDomainsResult
    errors: [
        InvalidParameterValue
        InvalidNextToken
    ]
}

/// Counts items, names and values of a domain.
operation DomainMetadata {
    input: DomainMetadataRequest
    output: DomainMetadataResult
    errors: [
        MissingParameter
        NoSuchDomain
    ]
}

structure CreateDomainRequest {
    @required
    DomainName: String
}

structure DeleteDomainRequest {
    @required
    DomainName: String
}

structure ListDomainsRequest {
    MaxNumberOfDomains: Integer
    NextToken: String
}

structure ListDomainsResult {
    @xmlFlattened
    @xmlName("DomainName")
    DomainNames: DomainNameList

    NextToken: String
}

list DomainNameList {
    @xmlName("DomainName")
    member: String
}

structure DomainMetadataRequest {
    @required
    DomainName: String
}

/// Sizes are bytes of UTF-8; the timestamp is the moment of counting in seconds since 1970.
structure DomainMetadataResult {
    ItemCount: Integer
    ItemNamesSizeBytes: Long
    AttributeNameCount: Integer
    AttributeNamesSizeBytes: Long
    AttributeValueCount: Integer
    AttributeValuesSizeBytes: Long
    Timestamp: Integer
}
