package dev.entrepot.storage.objects.awssdk;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ServerSideEncryption;
import dev.entrepot.storage.objects.StoredObject;
import java.util.List;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.ObjectVersionStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** What the store gives, in the SDK's terms. */
final class Answers {
    private static final String DEFAULT_CONTENT_TYPE = "binary/octet-stream"; // S3's own

    private Answers() {}

    static GetObjectResponse object(StoredObject object, ByteRange range) {
        var response = GetObjectResponse.builder()
                .contentLength(range.length())
                .acceptRanges("bytes")
                .contentType(DEFAULT_CONTENT_TYPE)
                .eTag(quoted(object.etag()))
                .lastModified(object.lastModified())
                .serverSideEncryption(algorithm(object.encryption()))
                .ssekmsKeyId(keyId(object.encryption()));
        ObjectHeaders.fill(response, object.headers());
        if (range.length() < object.size()) {
            response.contentRange(
                    "bytes %d-%d/%d".formatted(range.offset(), range.offset() + range.length() - 1, object.size()));
        }
        return response.build();
    }

    static List<S3Object> objects(ObjectListing listing) {
        return listing.objects().stream()
                .map(object -> SdkResponses.objectEntry(
                        object.key(),
                        quoted(object.etag()),
                        object.lastModified(),
                        object.size(),
                        StorageClass.fromValue(storageClass(object))))
                .toList();
    }

    static List<ObjectVersion> versions(ObjectListing listing) {
        return listing.objects().stream()
                .map(object -> ObjectVersion.builder()
                        .key(object.key())
                        .versionId("null")
                        .isLatest(true)
                        .eTag(quoted(object.etag()))
                        .lastModified(object.lastModified())
                        .size(object.size())
                        .storageClass(ObjectVersionStorageClass.STANDARD)
                        .build())
                .toList();
    }

    static List<CommonPrefix> commonPrefixes(ObjectListing listing) {
        return listing.commonPrefixes().stream().map(SdkResponses::commonPrefix).toList();
    }

    static String quoted(String etag) {
        return '"' + etag + '"';
    }

    static @Nullable String algorithm(ServerSideEncryption encryption) {
        return encryption.algorithm().orElse(null);
    }

    static @Nullable String keyId(ServerSideEncryption encryption) {
        return encryption.kmsKeyId().orElse(null);
    }

    private static String storageClass(StoredObject object) {
        return object.headers().getOrDefault("x-amz-storage-class", StorageClass.STANDARD.toString());
    }
}
