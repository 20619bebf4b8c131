package dev.entrepot.storage.objects.awssdk;

import static dev.entrepot.storage.objects.awssdk.Refusals.translated;

import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectListing.After;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.Requester;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;

/**
 * What S3 answers for buckets whose objects are their owner's alone (ACLs disabled, the default of S3) and that were never versioned.
 */
abstract class PrivateUnversionedBlobStore implements BlobStore {
    final EmbeddedObjectStore store;
    final Requester requester;

    PrivateUnversionedBlobStore(EmbeddedObjectStore store, Requester requester) {
        this.store = store;
        this.requester = requester;
    }

    @Override
    public BucketCannedACL getContainerAccess(String container) {
        translated(() -> store.headBucket(requester, container));
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public void setContainerAccess(String container, BucketCannedACL access) {
        translated(() -> store.headBucket(requester, container));
        refuseUnlessPrivate(access == BucketCannedACL.PRIVATE);
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String name) {
        translated(() -> store.head(requester, at(container, name)));
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String name, @Nullable String versionId) {
        translated(() -> Requests.checkVersion(versionId));
        return getBlobAccess(container, name);
    }

    @Override
    public void setBlobAccess(String container, String name, ObjectCannedACL access) {
        translated(() -> store.head(requester, at(container, name)));
        refuseUnlessPrivate(access == ObjectCannedACL.PRIVATE);
    }

    @Override
    public void setBlobAccess(String container, String name, ObjectCannedACL access, @Nullable String versionId) {
        translated(() -> Requests.checkVersion(versionId));
        setBlobAccess(container, name, access);
    }

    /**
     * Versioning is understood though never on: an object's only version is called {@code null}. S3Proxy also completes multipart
     * uploads of such stores before it answers, so that a refusal has its own status.
     */
    @Override
    public boolean supportsVersioning() {
        return true;
    }

    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        translated(() -> store.headBucket(requester, request.bucket()));
        return GetBucketVersioningResponse.builder().build();
    }

    @Override
    public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
        throw Refusals.refuse(ObjectError.NOT_IMPLEMENTED, "Versioning is not supported.");
    }

    @Override
    public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
        var after = Requests.afterMarker(request.keyMarker(), request.prefix(), request.delimiter());
        var query = Requests.query(request.prefix(), request.delimiter(), after, request.maxKeys());
        var page = translated(() -> store.list(requester, request.bucket(), query));
        return ListObjectVersionsResponse.builder()
                .versions(Answers.versions(page))
                .commonPrefixes(Answers.commonPrefixes(page))
                .isTruncated(page.next().isPresent())
                .nextKeyMarker(page.next().map(After::key).orElse(null))
                .build();
    }

    static void refuseUnlessPrivate(boolean isPrivate) {
        if (!isPrivate) {
            throw Refusals.refuse(ObjectError.ACL_NOT_SUPPORTED, "The bucket does not allow ACLs");
        }
    }

    static ObjectLocation at(String bucket, String key) {
        return new ObjectLocation(bucket, key);
    }
}
