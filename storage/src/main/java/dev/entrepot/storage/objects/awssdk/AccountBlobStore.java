package dev.entrepot.storage.objects.awssdk;

import static dev.entrepot.storage.objects.awssdk.Answers.algorithm;
import static dev.entrepot.storage.objects.awssdk.Answers.keyId;
import static dev.entrepot.storage.objects.awssdk.Answers.quoted;
import static dev.entrepot.storage.objects.awssdk.Refusals.translated;

import dev.entrepot.storage.objects.Bucket;
import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectListing.After;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.WriteCondition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The buckets and objects of one account, as S3Proxy asks for them. */
public final class AccountBlobStore extends PrivateUnversionedBlobStore {
    private static final long MIN_PART_BYTES = 5L * 1024 * 1024;
    private static final String FIRST_REGION = "us-east-1";

    public AccountBlobStore(EmbeddedObjectStore store, Requester requester) {
        super(store, requester);
    }

    @Override
    public ListBucketsResponse list() {
        var buckets = translated(() -> store.listBuckets(requester));
        return ListBucketsResponse.builder()
                .buckets(buckets.stream()
                        .map(bucket -> SdkResponses.bucket(bucket.name(), bucket.created()))
                        .toList())
                .build();
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        var bucket = translated(() -> store.headBucket(requester, request.bucket()));
        return HeadBucketResponse.builder()
                .bucketRegion(bucket.owner().region())
                .build();
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        refuseUnlessPrivate(request.acl() == null || request.acl() == BucketCannedACL.PRIVATE);
        translated(() -> create(request.bucket()));
        return CreateBucketResponse.builder().build();
    }

    /** In AWS's first region, and nowhere else, making a bucket of one's own again succeeds. */
    private Bucket create(String name) {
        try {
            return store.createBucket(requester, name);
        } catch (ObjectRequestFailed taken) {
            boolean isOwn = taken.error() == ObjectError.BUCKET_ALREADY_OWNED_BY_YOU;
            if (isOwn && requester.owner().region().equals(FIRST_REGION)) {
                Bucket there = store.headBucket(requester, name);
                if (there.owner().region().equals(FIRST_REGION)) {
                    return there;
                }
            }
            throw taken;
        }
    }

    @Override
    public void deleteBucket(String container) {
        translated(() -> store.deleteBucket(requester, container));
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        var page = translated(() -> {
            var after = Requests.after(request.continuationToken(), request.startAfter());
            var query = Requests.query(request.prefix(), request.delimiter(), after, request.maxKeys());
            return store.list(requester, request.bucket(), query);
        });
        return ListObjectsV2Response.builder()
                .contents(Answers.objects(page))
                .commonPrefixes(Answers.commonPrefixes(page))
                .isTruncated(page.next().isPresent())
                .nextContinuationToken(page.next().map(Requests::token).orElse(null))
                .build();
    }

    @Override
    public ListObjectsResponse listV1(ListObjectsRequest request) {
        var after = Requests.afterMarker(request.marker(), request.prefix(), request.delimiter());
        var query = Requests.query(request.prefix(), request.delimiter(), after, request.maxKeys());
        var page = translated(() -> store.list(requester, request.bucket(), query));
        return ListObjectsResponse.builder()
                .contents(Answers.objects(page))
                .commonPrefixes(Answers.commonPrefixes(page))
                .isTruncated(page.next().isPresent())
                .nextMarker(page.next().map(After::key).orElse(null))
                .build();
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        refuseUnlessPrivate(request.acl() == null || request.acl() == ObjectCannedACL.PRIVATE);
        var object = translated(
                () -> store.put(requester, at(request.bucket(), request.key()), Requests.options(request), payload));
        return PutObjectResponse.builder()
                .eTag(quoted(object.etag()))
                .serverSideEncryption(algorithm(object.encryption()))
                .ssekmsKeyId(keyId(object.encryption()))
                .build();
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        refuseUnlessPrivate(request.acl() == null || request.acl() == ObjectCannedACL.PRIVATE);
        var object = translated(() -> {
            Requests.checkVersion(request.sourceVersionId());
            var encryption = Requests.encryption(request);
            var source = store.get(requester, at(request.sourceBucket(), request.sourceKey()));
            try (var bytes = source.bytes()) {
                ReadConditions.check(request, source.object());
                var headers = request.metadataDirective() == MetadataDirective.REPLACE
                        ? ObjectHeaders.of(request)
                        : source.object().headers();
                var options = PutOptions.DEFAULT.headers(headers).encryption(encryption);
                return store.put(requester, at(request.destinationBucket(), request.destinationKey()), options, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return CopyObjectResponse.builder()
                .copyObjectResult(CopyObjectResult.builder()
                        .eTag(quoted(object.etag()))
                        .lastModified(object.lastModified())
                        .build())
                .serverSideEncryption(algorithm(object.encryption()))
                .ssekmsKeyId(keyId(object.encryption()))
                .build();
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return translated(() -> {
            Requests.checkVersion(request.versionId());
            var object = store.head(requester, at(request.bucket(), request.key()));
            return SdkResponses.toHead(Answers.object(object, new ByteRange(0, object.size())));
        });
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return translated(() -> {
            Requests.checkVersion(request.versionId());
            var location = at(request.bucket(), request.key());
            var content = store.get(requester, location, Requests.range(request.range()));
            try {
                ReadConditions.check(request, content.object());
            } catch (RuntimeException e) {
                close(content.bytes());
                throw e;
            }
            return SdkResponses.getResponse(Answers.object(content.object(), content.range()), content.bytes());
        });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        translated(() -> {
            Requests.checkVersion(request.versionId());
            if (request.ifMatchSize() != null || request.ifMatchLastModifiedTime() != null) {
                throw new ObjectRequestFailed(ObjectError.NOT_IMPLEMENTED, "A delete takes If-Match alone.");
            }
            var location = at(request.bucket(), request.key());
            var condition = Requests.condition(request.ifMatch(), null);
            store.delete(requester, location.bucket(), List.of(location.key()), condition);
        });
        return DeleteObjectResponse.builder().build();
    }

    /** All at once, so that each directory is forced to disk once. */
    @Override
    public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
        var keys = new ArrayList<String>();
        var deleted = new ArrayList<DeletedObject>();
        var errors = new ArrayList<S3Error>();
        for (ObjectIdentifier object : request.delete().objects()) {
            try {
                Requests.checkVersion(object.versionId());
                keys.add(at(request.bucket(), object.key()).key());
                deleted.add(DeletedObject.builder()
                        .key(object.key())
                        .versionId(object.versionId())
                        .build());
            } catch (ObjectRequestFailed refusal) {
                errors.add(S3Error.builder()
                        .key(object.key())
                        .code(refusal.error().s3Code())
                        .message(refusal.getMessage())
                        .build());
            }
        }
        translated(() -> store.delete(requester, request.bucket(), keys, WriteCondition.NONE));
        return DeleteObjectsResponse.builder().deleted(deleted).errors(errors).build();
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        refuseUnlessPrivate(request.acl() == null || request.acl() == ObjectCannedACL.PRIVATE);
        var upload = translated(
                () -> store.createUpload(requester, at(request.bucket(), request.key()), Requests.options(request)));
        var response = CreateMultipartUploadResponse.builder()
                .serverSideEncryption(algorithm(upload.encryption()))
                .ssekmsKeyId(keyId(upload.encryption()))
                .build();
        return new MultipartUpload(upload.id(), request, response);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(MultipartUpload upload, UploadPartRequest request, InputStream is) {
        var part = translated(() ->
                store.putPart(requester, at(upload), upload.id(), request.partNumber(), Requests.options(request), is));
        return UploadPartResponse.builder()
                .eTag(quoted(part.etag()))
                .serverSideEncryption(algorithm(part.encryption()))
                .ssekmsKeyId(keyId(part.encryption()))
                .build();
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        var object = translated(() -> store.completeUpload(
                requester,
                at(upload),
                upload.id(),
                Requests.parts(request),
                Requests.condition(request.ifMatch(), request.ifNoneMatch())));
        return CompleteMultipartUploadResponse.builder()
                .eTag(quoted(object.etag()))
                .serverSideEncryption(algorithm(object.encryption()))
                .ssekmsKeyId(keyId(object.encryption()))
                .build();
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        translated(() -> store.abortUpload(requester, at(upload), upload.id()));
    }

    /**
     * None for an upload that does not exist: S3Proxy then looks whether a completion is being repeated, which S3 allows, and else
     * answers NoSuchUpload itself.
     */
    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        try {
            return store.listParts(requester, at(upload), upload.id()).entrySet().stream()
                    .map(part -> SdkResponses.part(
                            part.getKey(),
                            part.getValue().size(),
                            quoted(part.getValue().etag()),
                            part.getValue().lastModified()))
                    .toList();
        } catch (ObjectRequestFailed refusal) {
            if (refusal.error() == ObjectError.NO_SUCH_UPLOAD) {
                return List.of();
            }
            throw Refusals.translate(refusal);
        }
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String container) {
        return translated(() -> store.listUploads(requester, container)).stream()
                .map(upload -> SdkResponses.upload(upload.location().key(), upload.id(), upload.initiated()))
                .toList();
    }

    @Override
    public long getMinimumMultipartPartSize() {
        return MIN_PART_BYTES;
    }

    @Override
    public boolean supportsServerSideEncryption() {
        return true;
    }

    private static ObjectLocation at(MultipartUpload upload) {
        return at(upload.containerName(), upload.blobName());
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
