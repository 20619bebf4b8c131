package dev.entrepot.storage.objects;

import dev.entrepot.storage.keys.KmsError;

/**
 * Why an object request was refused: S3's error codes (Amazon S3 API reference, error responses) and KMS's exception names
 * where the key was at fault.
 */
public enum ObjectError {
    ACCESS_DENIED("AccessDenied", 403),
    ACL_NOT_SUPPORTED("AccessControlListNotSupported", 400),
    BAD_DIGEST("BadDigest", 400),
    BUCKET_ALREADY_EXISTS("BucketAlreadyExists", 409),
    BUCKET_ALREADY_OWNED_BY_YOU("BucketAlreadyOwnedByYou", 409),
    BUCKET_NOT_EMPTY("BucketNotEmpty", 409),
    ENTITY_TOO_LARGE("EntityTooLarge", 400),
    INCOMPLETE_BODY("IncompleteBody", 400),
    INTERNAL_ERROR("InternalError", 500),
    INVALID_ARGUMENT("InvalidArgument", 400),
    INVALID_BUCKET_NAME("InvalidBucketName", 400),
    INVALID_PART("InvalidPart", 400),
    INVALID_RANGE("InvalidRange", 416),
    KEY_TOO_LONG("KeyTooLongError", 400),
    NOT_IMPLEMENTED("NotImplemented", 501),
    NOT_MODIFIED("NotModified", 304),
    NO_SUCH_BUCKET("NoSuchBucket", 404),
    NO_SUCH_KEY("NoSuchKey", 404),
    NO_SUCH_UPLOAD("NoSuchUpload", 404),
    NO_SUCH_VERSION("NoSuchVersion", 404),
    PRECONDITION_FAILED("PreconditionFailed", 412),
    KMS_ACCESS_DENIED(KmsError.ACCESS_DENIED),
    KMS_DISABLED(KmsError.DISABLED),
    KMS_INVALID_STATE(KmsError.INVALID_STATE),
    KMS_NOT_FOUND(KmsError.NOT_FOUND);

    /** Which service's vocabulary a code is from. */
    public enum Source {
        S3,
        KMS
    }

    private final Source source;
    private final String code;
    private final int status;

    ObjectError(String code, int status) {
        this.source = Source.S3;
        this.code = code;
        this.status = status;
    }

    ObjectError(KmsError error) {
        this.source = Source.KMS;
        this.code = error.code();
        this.status = 400;
    }

    static ObjectError of(KmsError error) {
        return switch (error) {
            case ACCESS_DENIED -> KMS_ACCESS_DENIED;
            case DISABLED -> KMS_DISABLED;
            case INVALID_STATE -> KMS_INVALID_STATE;
            case NOT_FOUND -> KMS_NOT_FOUND;
        };
    }

    public Source source() {
        return source;
    }

    /** The service's own code, such as {@code NoSuchBucket} or {@code DisabledException}. */
    public String code() {
        return code;
    }

    /** The code in an answer of the S3 API, where KMS's carry a prefix: {@code NoSuchBucket}, {@code KMS.DisabledException}. */
    public String s3Code() {
        return source == Source.KMS ? "KMS." + code : code;
    }

    /** The HTTP status of an answer of the S3 API. */
    public int status() {
        return status;
    }
}
