package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;

/** An export's failure codes: {@code S3} or {@code Kms} before the service's own code (SimpleDB dossier, section 1.7). */
final class FailureCodes {
    private static final String DURING = "An error occurred during the export. ";
    private static final String NO_ACCESS = "Export failed due to insufficient access to the Amazon S3 bucket.";

    private FailureCodes() {}

    static JobFailed of(ObjectRequestFailed failed) {
        ObjectError error = failed.error();
        return switch (error) {
            case ACCESS_DENIED -> new JobFailed("S3AccessDenied", NO_ACCESS);
            case NO_SUCH_BUCKET, INVALID_BUCKET_NAME ->
                new JobFailed("S3NoSuchBucket", DURING + "The specified Amazon S3 bucket does not exist.");
            case KMS_ACCESS_DENIED ->
                new JobFailed("KmsAccessDeniedException", DURING + "Access to the specified KMS key is denied.");
            case KMS_DISABLED -> new JobFailed("KmsDisabledException", DURING + "The specified KMS key is disabled.");
            case KMS_INVALID_STATE ->
                new JobFailed("KmsInvalidStateException", DURING + "The specified KMS key is in an invalid state.");
            case KMS_NOT_FOUND ->
                new JobFailed("KmsNotFoundException", DURING + "The specified KMS key does not exist.");
            default -> new JobFailed("S3" + error.code(), DURING + failed.getMessage());
        };
    }
}
