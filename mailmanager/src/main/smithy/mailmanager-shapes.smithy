$version: "2.0"

// Errors, and values that several kinds of operation share. Patterns hold for the whole text.
namespace com.amazonaws.mailmanager

@length(min: 1, max: 128)
string IdempotencyToken

@error("client")
@httpError(400)
structure ValidationException {
    Message: ErrorMessage
}

string ErrorMessage

@error("client")
@httpError(403)
structure AccessDeniedException {
    Message: ErrorMessage
}

@error("client")
@httpError(402)
structure ServiceQuotaExceededException {
    Message: ErrorMessage
}

@error("client")
@httpError(409)
structure ConflictException {
    Message: ErrorMessage
}

@error("client")
@httpError(429)
structure ThrottlingException {
    Message: ErrorMessage
}

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    Message: ErrorMessage
}

@length(min: 1, max: 2048)
string PaginationToken

@range(min: 1, max: 50)
integer PageSize

@length(min: 3, max: 66)
@pattern("^a-[\\w]{1,64}$")
string ArchiveId

string ArchivedMessageId

@length(min: 1, max: 100)
string IngressPointId

@sensitive
string SenderIpAddress

list StringList {
    member: String
}

@length(min: 1, max: 255)
@pattern("^[a-zA-Z0-9-]+$")
string AddressListId
