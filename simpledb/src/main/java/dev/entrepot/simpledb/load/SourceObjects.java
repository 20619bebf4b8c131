package dev.entrepot.simpledb.load;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The objects of one import, in its one bucket. What S3 refuses is the end of the job, named by the object. */
record SourceObjects(ObjectStore store, Owner owner, String bucket) {
    private static final PutOptions NDJSON = PutOptions.DEFAULT.contentType("application/x-ndjson");

    StoredObject head(String key) {
        return orFail(key, () -> store.head(Requester.of(owner), new ObjectLocation(bucket, key)));
    }

    /** A small object's bytes. */
    byte[] read(String key, int limit) {
        ObjectContent content = open(key);
        try (InputStream bytes = content.bytes()) {
            if (content.object().size() > limit) {
                throw new JobFailed("SourceInvalid", uri(key) + " is larger than " + limit + " bytes.");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw unreadable(key, e);
        }
    }

    /** The file as it was planned; the caller closes the stream. */
    InputStream open(SourceFile file) {
        ObjectContent content = open(file.key());
        if (!content.object().etag().equals(file.etag())) {
            close(content);
            throw new JobFailed("SourceChanged", uri(file.key()) + " was replaced while it was imported.");
        }
        return content.bytes();
    }

    private ObjectContent open(String key) {
        return orFail(key, () -> store.get(Requester.of(owner), new ObjectLocation(bucket, key)));
    }

    void put(String key, InputStream ndjson) {
        orFail(key, () -> store.put(Requester.of(owner), new ObjectLocation(bucket, key), NDJSON, ndjson));
    }

    /** The store has checked what it can, so another try would read the same. */
    JobFailed unreadable(String key, IOException cause) {
        return new JobFailed("SourceUnreadable", uri(key) + " cannot be read: " + cause.getMessage() + ".");
    }

    String uri(String key) {
        return "s3://" + bucket + "/" + key;
    }

    private <T> T orFail(String key, Supplier<T> request) {
        try {
            return request.get();
        } catch (ObjectRequestFailed failed) {
            if (failed.error() == ObjectError.INTERNAL_ERROR) {
                throw failed; // the disk's trouble may pass
            }
            String service = failed.error().source() == ObjectError.Source.KMS ? "Kms" : "S3";
            String reason = String.valueOf(failed.getMessage());
            throw new JobFailed(
                    service + failed.error().code(), uri(key) + ": " + reason + (reason.endsWith(".") ? "" : "."));
        }
    }

    private static void close(ObjectContent content) {
        try {
            content.bytes().close();
        } catch (IOException e) {
            // Nothing was read from it.
        }
    }
}
