package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectBatch;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.InputStream;
import java.util.function.Supplier;

/** Where an export writes; what the store refuses for good fails the job. */
record Target(ObjectStore objects, Owner owner, Layout layout) {
    void put(String key, String contentType, InputStream content) {
        refusable(() ->
                objects.put(Requester.of(owner), layout.at(key), PutOptions.DEFAULT.contentType(contentType), content));
    }

    ObjectBatch batch() {
        return refusable(() -> objects.batch(Requester.of(owner), layout.bucket()));
    }

    void commit(ObjectBatch batch) {
        refusable(() -> {
            batch.commit();
            return batch;
        });
    }

    /** @throws JobFailed when trying again would not change it */
    <T> T refusable(Supplier<T> work) {
        try {
            return work.get();
        } catch (ObjectRequestFailed failed) {
            if (failed.error() == ObjectError.INTERNAL_ERROR) {
                throw failed; // the disk's trouble may pass
            }
            throw new JobFailed(
                    "DestinationFailed",
                    "The export could not be written to s3://" + layout.bucket() + ": " + failed.getMessage());
        }
    }
}
