package dev.entrepot.server.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import tools.jackson.core.JacksonException;

/** An error document of the S3 API. */
record S3Error(String code, int status, String message) {
    static final S3Error ACCESS_DENIED = new S3Error("AccessDenied", 403, "Access Denied");
    static final S3Error ENTITY_TOO_LARGE =
            new S3Error("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size");
    static final S3Error INTERNAL_ERROR =
            new S3Error("InternalError", 500, "We encountered an internal error. Please try again.");
    static final S3Error INVALID_ARGUMENT = new S3Error("InvalidArgument", 400, "Invalid Argument");
    static final S3Error INVALID_REQUEST = new S3Error("InvalidRequest", 400, "Invalid Request");
    static final S3Error INVALID_URI = new S3Error("InvalidURI", 400, "Couldn't parse the specified URI.");
    static final S3Error MALFORMED_XML = new S3Error(
            "MalformedXML",
            400,
            "The XML you provided was not well-formed or did not validate against our published schema");
    static final S3Error NOT_IMPLEMENTED = new S3Error(
            "NotImplemented", 501, "A header or query you provided implies functionality that is not implemented.");
    static final S3Error NO_SUCH_BUCKET_POLICY =
            new S3Error("NoSuchBucketPolicy", 404, "The bucket policy does not exist");
    static final S3Error PRECONDITION_FAILED =
            new S3Error("PreconditionFailed", 412, "At least one of the preconditions you specified did not hold.");
    static final S3Error INVALID_RANGE = new S3Error("InvalidRange", 416, "The requested range is not satisfiable");
    static final S3Error SLOW_DOWN = new S3Error("SlowDown", 503, "Please reduce your request rate.");

    /** What {@code failure}, thrown by S3Proxy or the store beneath it, means to the caller. */
    static S3Error of(Throwable failure, boolean isRead) {
        return causes(failure)
                .filter(AwsServiceException.class::isInstance)
                .map(cause -> of((AwsServiceException) cause))
                .findFirst()
                .orElseGet(() -> switch (failure) {
                    case UnsupportedOperationException _ -> NOT_IMPLEMENTED;
                    case IllegalArgumentException _ -> INVALID_ARGUMENT;
                    // S3Proxy reads the XML of requests by Jackson, whose bounds are met here.
                    case JacksonException _ -> isRead ? INTERNAL_ERROR : MALFORMED_XML;
                    // S3Proxy takes some requests apart without looking whether all parts are there.
                    case IndexOutOfBoundsException _ -> INVALID_REQUEST;
                    // The caller's body broke off, or its chunks are malformed; a read has no body but the disk's.
                    case IOException _ -> isRead ? INTERNAL_ERROR : INVALID_REQUEST;
                    case UncheckedIOException _ -> isRead ? INTERNAL_ERROR : INVALID_REQUEST;
                    default -> INTERNAL_ERROR;
                });
    }

    /** The entity tag that a 304 repeats. */
    static Optional<String> etag(Throwable failure) {
        return failure instanceof AwsServiceException refusal
                ? Optional.ofNullable(S3Exceptions.httpResponse(refusal))
                        .flatMap(response -> response.firstMatchingHeader("ETag"))
                : Optional.empty();
    }

    private static S3Error of(AwsServiceException refusal) {
        var details = Optional.ofNullable(refusal.awsErrorDetails());
        var code = details.map(d -> d.errorCode()).filter(text -> !text.isEmpty());
        if (code.isPresent() && code.get().equals("NoSuchPolicy")) {
            return NO_SUCH_BUCKET_POLICY; // S3Proxy has a name of its own for it, which Terraform does not know
        }
        if (code.isPresent()) {
            String message = details.map(d -> d.errorMessage()).orElse(code.get());
            return new S3Error(code.get(), refusal.statusCode(), message);
        }
        return switch (refusal.statusCode()) {
            case 304 -> new S3Error("NotModified", 304, "Not Modified");
            case 412 -> PRECONDITION_FAILED;
            case 416 -> INVALID_RANGE;
            default -> INTERNAL_ERROR;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
