package dev.entrepot.storage.objects.awssdk;

import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store's refusals as the exceptions that S3Proxy knows how to answer. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static <T> T translated(Supplier<T> request) {
        try {
            return request.get();
        } catch (ObjectRequestFailed refusal) {
            throw translate(refusal);
        }
    }

    static void translated(Runnable request) {
        translated(() -> {
            request.run();
            return true;
        });
    }

    static S3Exception translate(ObjectRequestFailed refusal) {
        String message = String.valueOf(refusal.getMessage());
        return switch (refusal.error()) {
            case NO_SUCH_BUCKET -> S3Exceptions.noSuchBucket("the bucket", message, refusal);
            case NO_SUCH_KEY -> S3Exceptions.noSuchKey("the bucket", "the key", message, refusal);
            case NO_SUCH_UPLOAD -> fill(NoSuchUploadException.builder(), ObjectError.NO_SUCH_UPLOAD, message, refusal);
            case INTERNAL_ERROR -> {
                LOG.error("An S3 request could not be carried out", refusal);
                yield fill(
                        S3Exception.builder(),
                        ObjectError.INTERNAL_ERROR,
                        "We encountered an internal error. Please try again.",
                        refusal);
            }
            default -> fill(S3Exception.builder(), refusal.error(), message, refusal);
        };
    }

    static S3Exception refuse(ObjectError error, String message) {
        return translate(new ObjectRequestFailed(error, message));
    }

    private static S3Exception fill(S3Exception.Builder builder, ObjectError error, String message, Throwable cause) {
        var details = AwsErrorDetails.builder()
                .errorCode(error.s3Code())
                .errorMessage(message)
                .build();
        builder.message(message);
        builder.statusCode(error.status());
        builder.awsErrorDetails(details);
        builder.cause(cause);
        return (S3Exception) builder.build();
    }
}
