package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.ServerSideEncryption;
import dev.entrepot.storage.objects.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Writes one export's objects, each with the encryption and the bucket owner asked for. */
record ExportObjects(ObjectStore store, Job<ExportRequest> job) {
    private static final PutOptions JSON = PutOptions.DEFAULT.contentType("application/json");

    void put(String key, byte[] content) {
        put(key, new ByteArrayInputStream(content));
    }

    /** @throws JobFailed when S3 or KMS refuses, which trying again would not change */
    StoredObject put(String key, InputStream content) {
        try {
            return store.put(
                    Requester.of(job.owner()).expecting(job.request().bucketOwner()),
                    new ObjectLocation(job.request().bucket(), key),
                    JSON.encryption(encryption()),
                    content);
        } catch (ObjectRequestFailed failed) {
            if (failed.error() == ObjectError.INTERNAL_ERROR) {
                throw failed; // the disk's trouble may pass
            }
            throw FailureCodes.of(failed);
        }
    }

    private ServerSideEncryption encryption() {
        return switch (job.request().sseAlgorithm().orElse("")) {
            case "AES256" -> ServerSideEncryption.AES256;
            case "KMS" -> new ServerSideEncryption.Kms(job.request().sseKmsKeyId());
            default -> ServerSideEncryption.NONE;
        };
    }
}
