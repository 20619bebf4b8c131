$version: "2.0"

// Jobs that fill address lists from files.
namespace com.amazonaws.mailmanager

/// Makes an import job and the link that its file is to be uploaded to.
@idempotent
operation CreateAddressListImportJob {
    input: CreateAddressListImportJobRequest
    output: CreateAddressListImportJobResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Starts an import whose file has been uploaded.
@idempotent
operation StartAddressListImportJob {
    input: StartAddressListImportJobRequest
    output: StartAddressListImportJobResponse
    errors: [
        ValidationException
        AccessDeniedException
        ServiceQuotaExceededException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Stops an import; what it added stays.
@idempotent
operation StopAddressListImportJob {
    input: StopAddressListImportJobRequest
    output: StopAddressListImportJobResponse
    errors: [
        ValidationException
        AccessDeniedException
        ConflictException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Tells how an import stands.
@readonly
operation GetAddressListImportJob {
    input: GetAddressListImportJobRequest
    output: GetAddressListImportJobResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// Lists the imports of an address list.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "PageSize", items: "ImportJobs")
operation ListAddressListImportJobs {
    input: ListAddressListImportJobsRequest
    output: ListAddressListImportJobsResponse
    errors: [
        ValidationException
        AccessDeniedException
        ResourceNotFoundException
        ThrottlingException
    ]
}

structure CreateAddressListImportJobRequest {
    @idempotencyToken
    ClientToken: IdempotencyToken

    @required
    AddressListId: AddressListId

    @required
    Name: JobName

    @required
    ImportDataFormat: ImportDataFormat
}

@length(min: 1, max: 255)
@pattern("^[a-zA-Z0-9_.-]+$")
string JobName

structure ImportDataFormat {
    @required
    ImportDataType: ImportDataType
}

enum ImportDataType {
    CSV
    JSON
}

structure CreateAddressListImportJobResponse {
    @required
    JobId: JobId

    @required
    PreSignedUrl: PreSignedUrl
}

@length(min: 1, max: 255)
@pattern("^[a-zA-Z0-9-]+$")
string JobId

@sensitive
string PreSignedUrl

structure StartAddressListImportJobRequest {
    @required
    JobId: JobId
}

structure StartAddressListImportJobResponse {}

structure StopAddressListImportJobRequest {
    @required
    JobId: JobId
}

structure StopAddressListImportJobResponse {}

structure GetAddressListImportJobRequest {
    @required
    JobId: JobId
}

structure GetAddressListImportJobResponse {
    @required
    JobId: JobId

    @required
    Name: JobName

    @required
    Status: ImportJobStatus

    @required
    PreSignedUrl: PreSignedUrl

    ImportedItemsCount: JobItemsCount

    FailedItemsCount: JobItemsCount

    @required
    ImportDataFormat: ImportDataFormat

    @required
    AddressListId: AddressListId

    @required
    CreatedTimestamp: Timestamp

    StartTimestamp: Timestamp

    CompletedTimestamp: Timestamp

    Error: ErrorMessage
}

enum ImportJobStatus {
    CREATED
    PROCESSING
    COMPLETED
    FAILED
    STOPPED
}

integer JobItemsCount

structure ListAddressListImportJobsRequest {
    @required
    AddressListId: AddressListId

    NextToken: PaginationToken

    PageSize: PageSize
}

structure ListAddressListImportJobsResponse {
    @required
    ImportJobs: ImportJobs

    NextToken: PaginationToken
}

list ImportJobs {
    member: ImportJob
}

structure ImportJob {
    @required
    JobId: JobId

    @required
    Name: JobName

    @required
    Status: ImportJobStatus

    @required
    PreSignedUrl: PreSignedUrl

    ImportedItemsCount: JobItemsCount

    FailedItemsCount: JobItemsCount

    @required
    ImportDataFormat: ImportDataFormat

    @required
    AddressListId: AddressListId

    @required
    CreatedTimestamp: Timestamp

    StartTimestamp: Timestamp

    CompletedTimestamp: Timestamp

    Error: ErrorMessage
}
