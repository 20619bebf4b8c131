$version: "2.0"

namespace com.amazonaws.mailmanager

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use smithy.protocols#rpcv2Cbor

/// Archives mail, searches and exports what was archived, and keeps lists of addresses.
@service(
    sdkId: "MailManager"
    arnNamespace: "ses"
    cloudTrailEventSource: "ses.amazonaws.com"
    endpointPrefix: "mail-manager"
)
@sigv4(name: "ses")
@awsJson1_0
@rpcv2Cbor
@title("MailManager")
service MailManagerSvc {
    version: "2023-10-17"
    operations: [
        CreateAddressList
        CreateAddressListImportJob
        CreateArchive
        DeleteAddressList
        DeleteArchive
        DeregisterMemberFromAddressList
        GetAddressList
        GetAddressListImportJob
        GetArchive
        GetArchiveExport
        GetArchiveMessage
        GetArchiveMessageContent
        GetArchiveSearch
        GetArchiveSearchResults
        GetMemberOfAddressList
        ListAddressListImportJobs
        ListAddressLists
        ListArchiveExports
        ListArchiveSearches
        ListArchives
        ListMembersOfAddressList
        ListTagsForResource
        RegisterMemberToAddressList
        StartAddressListImportJob
        StartArchiveExport
        StartArchiveSearch
        StopAddressListImportJob
        StopArchiveExport
        StopArchiveSearch
        TagResource
        UntagResource
        UpdateArchive
    ]
}
