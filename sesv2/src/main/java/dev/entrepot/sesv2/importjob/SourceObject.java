package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.sesv2.source.Source;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The file of an import, read with the rights of the import's account. What the store refuses is the end of the job. */
record SourceObject(ObjectStore objects, Owner owner, ImportRequest request) {
    /** @throws JobFailed for one that is not there or too large */
    SourcePart part(ImportLimits limits) {
        StoredObject object = head();
        if (object.size() > limits.bytes()) {
            throw new JobFailed(
                    ImportJob.FAILURE,
                    request.uri() + " has " + object.size() + " bytes; an import takes at most " + limits.bytes()
                            + ".");
        }
        return new SourcePart(object.etag(), object.size());
    }

    private StoredObject head() {
        return orFail(() -> objects.head(Requester.of(owner), location()));
    }

    /** The bytes of the object with this ETag; once it is another's, nothing more can be read. */
    Source.Content content(String etag) {
        return offset -> open(etag, offset);
    }

    private InputStream open(String etag, long offset) throws IOException {
        ObjectContent content = orFail(
                () -> objects.get(Requester.of(owner), location(), size -> new ByteRange(offset, size - offset)));
        if (!content.object().etag().equals(etag)) {
            content.bytes().close();
            throw changed();
        }
        return content.bytes();
    }

    /** @throws JobFailed when the object is no longer the one with this ETag */
    void requireUnchanged(String etag) {
        if (!head().etag().equals(etag)) {
            throw changed();
        }
    }

    private JobFailed changed() {
        return failed("source changed: the object was replaced while it was imported.");
    }

    /** The store has checked what it can, so another try would read the same. */
    JobFailed unreadable(IOException cause) {
        return failed("The object cannot be read: " + cause.getMessage() + ".");
    }

    private ObjectLocation location() {
        return new ObjectLocation(request.bucket(), request.key());
    }

    private <T> T orFail(Supplier<T> work) {
        try {
            return work.get();
        } catch (ObjectRequestFailed refused) {
            if (refused.error() == ObjectError.INTERNAL_ERROR) {
                throw refused; // the disk's trouble may pass
            }
            throw failed(String.valueOf(refused.getMessage()));
        }
    }

    private JobFailed failed(String why) {
        return new JobFailed(ImportJob.FAILURE, request.uri() + ": " + why);
    }
}
