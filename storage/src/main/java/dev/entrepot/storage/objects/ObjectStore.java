package dev.entrepot.storage.objects;

import java.io.InputStream;

/**
 * Objects in buckets, as jobs use them. Every method throws {@link ObjectRequestFailed}: {@link ObjectError#NO_SUCH_BUCKET}, and
 * {@link ObjectError#ACCESS_DENIED} for another account's bucket or one that is not the expected owner's.
 */
public interface ObjectStore {
    /**
     * Stores all bytes of {@code source}, which the caller closes. On return the object is on the disk; on failure the
     * object that was there before still is.
     *
     * @throws ObjectRequestFailed also with a KMS error when the key cannot be used
     * @throws java.io.UncheckedIOException with the exception of {@code source} when that fails
     */
    StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source);

    /** Begins to store many objects of one bucket that are to reach the disk together. */
    ObjectBatch batch(Requester requester, String bucket);

    /**
     * Opens an object; the caller closes its stream.
     *
     * @throws ObjectRequestFailed also {@link ObjectError#NO_SUCH_KEY}, and a KMS error when its key cannot be used
     */
    ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range);

    /** Opens a whole object; the caller closes its stream. */
    default ObjectContent get(Requester requester, ObjectLocation location) {
        return get(requester, location, ByteRange::whole);
    }

    /** @throws ObjectRequestFailed also {@link ObjectError#NO_SUCH_KEY} */
    StoredObject head(Requester requester, ObjectLocation location);

    ObjectListing list(Requester requester, String bucket, ObjectListing.Query query);

    /**
     * Makes a bucket unless the requester has it.
     *
     * @throws ObjectRequestFailed also {@link ObjectError#BUCKET_ALREADY_EXISTS} when it is another account's
     */
    void ensureBucket(Requester requester, String bucket);

    /** Deletes durably; deleting what is not there succeeds. */
    void delete(Requester requester, ObjectLocation location);
}
