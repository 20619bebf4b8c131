package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.mailmanager.contract.AccessDeniedException;
import dev.entrepot.mailmanager.contract.ImportDataType;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;

/** The files that are uploaded for imports: objects in a bucket of their account, each until its job has ended. */
record Uploads(ObjectStore objects) {
    private static final String FAILURE = "ImportFailed";

    static ObjectLocation location(Owner owner, String importId, ImportDataType type) {
        String bucket = "entrepot-mailmanager-" + owner.account() + "-" + owner.region();
        String extension = "." + type.value().toLowerCase(Locale.ROOT);
        return new ObjectLocation(bucket, "address-list-imports/" + importId + extension);
    }

    /** Makes room for a file that is about to come. */
    void prepare(Owner owner, ObjectLocation location) {
        try {
            objects.ensureBucket(Requester.of(owner), location.bucket());
        } catch (ObjectRequestFailed refused) {
            if (refused.error() == ObjectError.BUCKET_ALREADY_EXISTS) {
                throw new AccessDeniedException("The bucket " + location.bucket() + " is another account's.");
            }
            throw refused;
        }
    }

    /** @throws JobFailed when there is none */
    StoredObject find(Owner owner, ObjectLocation location) {
        return orFail(() -> objects.head(Requester.of(owner), location));
    }

    /**
     * The bytes of the file with this ETag.
     *
     * @throws JobFailed when it is gone
     * @throws FileUnusable when it has been replaced
     */
    InputStream open(Owner owner, ObjectLocation location, String etag) {
        ObjectContent content = orFail(() -> objects.get(Requester.of(owner), location));
        if (!content.object().etag().equals(etag)) {
            throw new FileUnusable("The file was replaced while it was imported.");
        }
        return content.bytes();
    }

    void delete(Owner owner, ObjectLocation location) {
        objects.delete(Requester.of(owner), location);
    }

    private static <T> T orFail(Supplier<T> work) {
        try {
            return work.get();
        } catch (ObjectRequestFailed refused) {
            throw switch (refused.error()) {
                case INTERNAL_ERROR -> refused; // the disk's trouble may pass
                case NO_SUCH_KEY, NO_SUCH_BUCKET ->
                    failed("There is no input file: nothing was uploaded to the job's PreSignedUrl.");
                default -> failed("The input file cannot be read: " + refused.getMessage());
            };
        }
    }

    static JobFailed failed(String why) {
        return new JobFailed(FAILURE, why);
    }
}
