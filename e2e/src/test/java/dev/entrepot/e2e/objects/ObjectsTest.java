package dev.entrepot.e2e.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Entrepot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An object comes back as it went in, is listed where it is, and is gone when it was deleted. */
class ObjectsTest {
    private static final int PART = 8 * 1024 * 1024;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private S3Client s3;
    private String bucket;

    @BeforeEach
    void bucket() {
        s3 = ENTREPOT.s3();
        bucket = "test-" + UUID.randomUUID();
        s3.createBucket(create -> create.bucket(bucket));
    }

    @Test
    void bucketsAreListedAndGoWhenTheyAreEmpty() {
        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).contains(bucket);
        s3.headBucket(head -> head.bucket(bucket));
        put("object", bytes(1));
        assertThatThrownBy(() -> s3.deleteBucket(delete -> delete.bucket(bucket)))
                .isInstanceOfSatisfying(S3Exception.class, error -> {
                    assertThat(error.statusCode()).isEqualTo(409);
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("BucketNotEmpty");
                });
        s3.deleteObject(delete -> delete.bucket(bucket).key("object"));
        s3.deleteBucket(delete -> delete.bucket(bucket));
        assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket(bucket)))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void objectsOfAllSizesComeBackAsTheyWere() {
        for (int size : List.of(0, 1, 65_536, 1_000_003)) {
            byte[] content = bytes(size);
            put("size/" + size, content);
            assertThat(get("size/" + size)).isEqualTo(content);
            assertThat(s3.headObject(head -> head.bucket(bucket).key("size/" + size))
                            .contentLength())
                    .isEqualTo(size);
        }
    }

    @Test
    void metadataAndTypeAreKept() {
        s3.putObject(
                put -> put.bucket(bucket)
                        .key("described")
                        .contentType("text/plain")
                        .metadata(Map.of("origin", "test")),
                RequestBody.fromString("text"));
        var head = s3.headObject(request -> request.bucket(bucket).key("described"));
        assertThat(head.contentType()).isEqualTo("text/plain");
        assertThat(head.metadata()).containsEntry("origin", "test");
        assertThat(head.eTag()).isEqualTo("\"1cb251ec0d568de6a929b520c4aed8d1\"");
    }

    @Test
    void theTypeIsKeptLetterByLetter() {
        List<String> types =
                List.of("text/plain; charset=utf-8", "text/html;charset=ISO-8859-1", "Application/X-Own; a=\"b c\"");
        for (String type : types) {
            s3.putObject(put -> put.bucket(bucket).key("typed").contentType(type), RequestBody.empty());
            assertThat(s3.headObject(head -> head.bucket(bucket).key("typed")).contentType())
                    .isEqualTo(type);
        }
    }

    @Test
    void aRangeIsThePartAskedFor() {
        byte[] content = bytes(1000);
        put("ranged", content);
        for (String range : List.of("bytes=10-19", "bytes=990-", "bytes=-10", "bytes=0-0", "bytes=995-2000")) {
            var part =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key("ranged").range(range));
            assertThat(part.asByteArray()).as(range).isEqualTo(cut(content, range));
            assertThat(part.response().contentRange()).endsWith("/1000");
        }
        assertThatThrownBy(() -> s3.getObjectAsBytes(
                        get -> get.bucket(bucket).key("ranged").range("bytes=1000-")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        error -> assertThat(error.statusCode()).isEqualTo(416));
    }

    private static byte[] cut(byte[] content, String range) {
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        int from = ends[0].isEmpty() ? content.length - Integer.parseInt(ends[1]) : Integer.parseInt(ends[0]);
        int to = ends[0].isEmpty() || ends[1].isEmpty() ? content.length - 1 : Integer.parseInt(ends[1]);
        return Arrays.copyOfRange(content, from, Math.min(to, content.length - 1) + 1);
    }

    @Test
    void listingsHavePrefixesFoldersAndPages() {
        List<String> keys = List.of("a/1", "a/2", "a/b/3", "b", "c/4", "d e+f&g=ü", "d\uFF5E", "d\uD83D\uDE00");
        keys.forEach(key -> put(key, bytes(1)));
        assertThat(s3.listObjectsV2Paginator(list -> list.bucket(bucket).maxKeys(3))
                        .contents())
                .extracting(S3Object::key)
                .containsExactlyElementsOf(keys); // S3's order is that of UTF-8 bytes
        var folder = s3.listObjectsV2(list -> list.bucket(bucket).prefix("a/").delimiter("/"));
        assertThat(folder.contents()).extracting(S3Object::key).containsExactly("a/1", "a/2");
        assertThat(folder.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/b/");
    }

    @Test
    void deletedObjectsAreGoneAndMayBeDeletedAgain() {
        put("one", bytes(1));
        put("two", bytes(1));
        s3.deleteObject(delete -> delete.bucket(bucket).key("one"));
        s3.deleteObject(delete -> delete.bucket(bucket).key("one"));
        List<ObjectIdentifier> several = Stream.of("two", "never")
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        s3.deleteObjects(delete -> delete.bucket(bucket).delete(objects -> objects.objects(several)));
        assertThatThrownBy(() -> get("one")).isInstanceOf(NoSuchKeyException.class);
        assertThat(s3.listObjectsV2(list -> list.bucket(bucket)).contents()).isEmpty();
    }

    @Test
    void aCopyIsAnObjectOfItsOwn() {
        byte[] content = bytes(10_000);
        put("from", content);
        s3.copyObject(copy -> copy.sourceBucket(bucket)
                .sourceKey("from")
                .destinationBucket(bucket)
                .destinationKey("to"));
        put("from", bytes(1));
        assertThat(get("to")).isEqualTo(content);
    }

    @Test
    void aMultipartUploadBecomesOneObject() {
        byte[] content = bytes(3 * PART);
        String upload = s3.createMultipartUpload(create -> create.bucket(bucket).key("large"))
                .uploadId();
        var parts = new ArrayList<CompletedPart>();
        for (int number : List.of(2, 1, 3)) { // clients upload in any order
            byte[] part = Arrays.copyOfRange(content, (number - 1) * PART, number * PART);
            String etag = s3.uploadPart(
                            request -> request.bucket(bucket)
                                    .key("large")
                                    .uploadId(upload)
                                    .partNumber(number),
                            RequestBody.fromBytes(part))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        }
        assertThatThrownBy(() -> get("large")).isInstanceOf(NoSuchKeyException.class);
        parts.sort(Comparator.comparing(CompletedPart::partNumber));
        s3.completeMultipartUpload(complete ->
                complete.bucket(bucket).key("large").uploadId(upload).multipartUpload(done -> done.parts(parts)));
        assertThat(Arrays.equals(get("large"), content)).isTrue();
    }

    @Test
    void anAbortedUploadLeavesNothing() {
        String upload = s3.createMultipartUpload(create -> create.bucket(bucket).key("aborted"))
                .uploadId();
        s3.abortMultipartUpload(abort -> abort.bucket(bucket).key("aborted").uploadId(upload));
        assertThat(s3.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .isEmpty();
        assertThat(s3.listObjectsV2(list -> list.bucket(bucket)).contents()).isEmpty();
    }

    @Test
    void acknowledgedObjectsSurviveAKill() {
        byte[] content = bytes(100_000);
        put("survivor", content);
        ENTREPOT.server().kill();
        ENTREPOT.server().startAgain();
        assertThat(get("survivor")).isEqualTo(content);
    }

    @Test
    void anotherAccountSeesNothingOfIt() {
        put("secret", "text".getBytes(StandardCharsets.UTF_8));
        S3Client other = ENTREPOT.s3(ENTREPOT.server().addKeys("111122223333"));
        assertThat(other.listBuckets().buckets()).extracting(Bucket::name).doesNotContain(bucket);
        assertThatThrownBy(
                        () -> other.getObjectAsBytes(get -> get.bucket(bucket).key("secret")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        error -> assertThat(error.statusCode()).isEqualTo(403));
        assertThatThrownBy(
                        () -> other.deleteObject(delete -> delete.bucket(bucket).key("secret")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        error -> assertThat(error.statusCode()).isEqualTo(403));
        assertThat(get("secret")).asString(StandardCharsets.UTF_8).isEqualTo("text");
    }

    private void put(String key, byte[] content) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    private byte[] get(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
