package dev.entrepot.server.s3;

import static dev.entrepot.server.s3.S3Fixture.ALICE;
import static dev.entrepot.server.s3.S3Fixture.BOB;
import static dev.entrepot.server.s3.S3Fixture.MIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Credential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** An unmodified SDK must find S3 here, and each account only what is its own. */
class S3EndpointTest {
    @TempDir
    Path directory;

    private S3Fixture fixture;
    private S3Client alice;
    private S3Client bob;

    @BeforeEach
    void start() throws Exception {
        fixture = new S3Fixture(directory);
        alice = fixture.client(ALICE);
        bob = fixture.client(BOB);
        alice.createBucket(b -> b.bucket("alices"));
    }

    @AfterEach
    void stop() {
        alice.close();
        bob.close();
        fixture.close();
    }

    @Test
    void anObjectComesBackWithItsMetadata() {
        var put = alice.putObject(
                b -> b.bucket("alices").key("a/b").contentType("text/plain").metadata(Map.of("note", "hello")),
                RequestBody.fromString("hello"));
        assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        var got = alice.getObjectAsBytes(b -> b.bucket("alices").key("a/b"));
        assertThat(got.asUtf8String()).isEqualTo("hello");
        assertThat(got.response().contentType()).isEqualTo("text/plain");
        assertThat(got.response().metadata()).containsExactly(Map.entry("note", "hello"));
        assertThat(alice.headObject(b -> b.bucket("alices").key("a/b")).contentLength())
                .isEqualTo(5);
        assertThat(put.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
        assertThat(put.sdkHttpResponse().firstMatchingHeader("x-amz-id-2")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "a+b",
                "100%",
                "%41",
                "ü/ö",
                "a//b",
                "a/../b",
                "a/./b",
                "folder/",
                "/lead",
                "..",
                "q?x=1&y#z",
                "😀",
                "a;b",
                "back\\slash",
                "~*'()!"
            })
    void aKeyWithOddCharactersIsJustAKey(String key) {
        alice.putObject(b -> b.bucket("alices").key(key), RequestBody.fromString(key));
        assertThat(alice.getObjectAsBytes(b -> b.bucket("alices").key(key)).asUtf8String())
                .isEqualTo(key);
        assertThat(keys(alice)).containsExactly(key);
        alice.copyObject(b -> b.sourceBucket("alices")
                .sourceKey(key)
                .destinationBucket("alices")
                .destinationKey("copy of " + key));
        alice.deleteObject(b -> b.bucket("alices").key(key));
        assertThat(keys(alice)).containsExactly("copy of " + key);
    }

    @Test
    void aRangeIsAPartAndARangeBeyondTheEndIsRefused() {
        alice.putObject(b -> b.bucket("alices").key("k"), RequestBody.fromString("0123456789"));
        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-3")).isEqualTo("789");
        assertThat(range("bytes=8-100")).isEqualTo("89");
        refused(416, "InvalidRange", () -> range("bytes=10-"));
    }

    @Test
    void aListingGoesPageByPageAndFolderByFolder() {
        for (String key : List.of("a/", "a/1", "a/2", "b/x/1", "c", "empty")) {
            alice.putObject(b -> b.bucket("alices").key(key), RequestBody.empty());
        }
        var root = alice.listObjectsV2(b -> b.bucket("alices").delimiter("/"));
        assertThat(root.contents()).extracting(S3Object::key).containsExactly("c", "empty");
        assertThat(root.commonPrefixes()).extracting(p -> p.prefix()).containsExactly("a/", "b/");
        assertThat(alice.listObjectsV2Paginator(b -> b.bucket("alices").maxKeys(2))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("a/", "a/1", "a/2", "b/x/1", "c", "empty");

        var marked = new ArrayList<String>();
        for (String marker = ""; marker != null; ) {
            String from = marker;
            var page = alice.listObjects(
                    b -> b.bucket("alices").delimiter("/").maxKeys(1).marker(from));
            page.contents().forEach(object -> marked.add(object.key()));
            page.commonPrefixes().forEach(prefix -> marked.add(prefix.prefix()));
            marker = page.nextMarker();
        }
        assertThat(marked).containsExactly("a/", "b/", "c", "empty");
    }

    @Test
    void manyObjectsAreDeletedAtOnce() {
        var identifiers = new ArrayList<ObjectIdentifier>();
        for (int i = 0; i < 20; i++) {
            String key = "many/" + i;
            alice.putObject(b -> b.bucket("alices").key(key), RequestBody.empty());
            identifiers.add(ObjectIdentifier.builder().key(key).build());
        }
        var deleted = alice.deleteObjects(b ->
                b.bucket("alices").delete(Delete.builder().objects(identifiers).build()));
        assertThat(deleted.deleted()).hasSize(20);
        assertThat(keys(alice)).isEmpty();
        alice.deleteBucket(b -> b.bucket("alices"));
        assertThat(alice.listBuckets().buckets()).isEmpty();
    }

    @Test
    void anUploadInPartsBecomesOneObject() {
        var first = new byte[5 * MIB];
        new Random(1).nextBytes(first);
        var upload = alice.createMultipartUpload(
                b -> b.bucket("alices").key("big").contentType("x/y").metadata(Map.of("note", "kept")));
        var parts = new ArrayList<CompletedPart>();
        for (int number = 1; number <= 2; number++) {
            int n = number;
            var part = alice.uploadPart(
                    b -> b.bucket("alices")
                            .key("big")
                            .uploadId(upload.uploadId())
                            .partNumber(n),
                    n == 1 ? RequestBody.fromBytes(first) : RequestBody.fromString("end"));
            parts.add(CompletedPart.builder().partNumber(n).eTag(part.eTag()).build());
        }
        assertThat(alice.listParts(b -> b.bucket("alices").key("big").uploadId(upload.uploadId()))
                        .parts())
                .hasSize(2);
        var completed = alice.completeMultipartUpload(
                b -> b.bucket("alices").key("big").uploadId(upload.uploadId()).multipartUpload(m -> m.parts(parts)));
        assertThat(completed.eTag()).endsWith("-2\"");
        // A client that lost the answer asks again.
        var again = alice.completeMultipartUpload(
                b -> b.bucket("alices").key("big").uploadId(upload.uploadId()).multipartUpload(m -> m.parts(parts)));
        assertThat(again.eTag()).isEqualTo(completed.eTag());
        var got = alice.getObjectAsBytes(b -> b.bucket("alices").key("big"));
        assertThat(got.asByteArray()).hasSize(5 * MIB + 3).startsWith(first);
        assertThat(got.response().contentType()).isEqualTo("x/y");
        assertThat(got.response().metadata()).containsExactly(Map.entry("note", "kept"));
        refused(
                404,
                "NoSuchUpload",
                () -> alice.abortMultipartUpload(
                        b -> b.bucket("alices").key("big").uploadId(upload.uploadId())));
    }

    // Scripts that begin with a bucket's making run again in AWS's first region, and in no other.
    @Test
    void onesOwnBucketCanBeMadeAgainInTheFirstRegionOnly() {
        alice.putObject(b -> b.bucket("alices").key("k"), RequestBody.fromString("hers"));
        alice.createBucket(b -> b.bucket("alices"));
        assertThat(alice.getObjectAsBytes(b -> b.bucket("alices").key("k")).asUtf8String())
                .isEqualTo("hers");
        try (S3Client frankfurt = fixture.client(ALICE, Region.EU_CENTRAL_1)) {
            refused(409, "BucketAlreadyOwnedByYou", () -> frankfurt.createBucket(b -> b.bucket("alices")));
            frankfurt.createBucket(b -> b.bucket("frankfurts"));
            refused(409, "BucketAlreadyOwnedByYou", () -> frankfurt.createBucket(b -> b.bucket("frankfurts")));
            refused(409, "BucketAlreadyOwnedByYou", () -> alice.createBucket(b -> b.bucket("frankfurts")));
        }
    }

    @Test
    void anotherAccountsBucketIsDeniedAndNotListed() {
        alice.putObject(b -> b.bucket("alices").key("k"), RequestBody.fromString("hers"));
        bob.createBucket(b -> b.bucket("bobs"));
        assertThat(bob.listBuckets().buckets()).extracting(Bucket::name).containsExactly("bobs");
        refused(
                403,
                "AccessDenied",
                () -> bob.getObjectAsBytes(b -> b.bucket("alices").key("k")));
        refused(403, "AccessDenied", () -> bob.listObjectsV2(b -> b.bucket("alices")));
        refused(403, "AccessDenied", () -> bob.putObject(b -> b.bucket("alices").key("k"), RequestBody.empty()));
        refused(403, "AccessDenied", () -> bob.deleteBucket(b -> b.bucket("alices")));
        refused(
                403,
                "AccessDenied",
                () -> bob.copyObject(b -> b.sourceBucket("alices")
                        .sourceKey("k")
                        .destinationBucket("bobs")
                        .destinationKey("k")));
        refused(409, "BucketAlreadyExists", () -> bob.createBucket(b -> b.bucket("alices")));
        refused(404, "NoSuchBucket", () -> alice.listObjectsV2(b -> b.bucket("nobodys")));
        refused(
                404,
                "NoSuchKey",
                () -> alice.getObjectAsBytes(b -> b.bucket("alices").key("missing")));
        refused(400, "InvalidBucketName", () -> alice.createBucket(b -> b.bucket("xn--reserved")));
    }

    @Test
    void theWrongExpectedBucketOwnerIsDenied() {
        alice.putObject(
                b -> b.bucket("alices").key("k").expectedBucketOwner(ALICE.account()), RequestBody.fromString("1"));
        refused(
                403,
                "AccessDenied",
                () -> alice.putObject(
                        b -> b.bucket("alices").key("k").expectedBucketOwner(BOB.account()),
                        RequestBody.fromString("2")));
        refused(
                403,
                "AccessDenied",
                () -> alice.listObjectsV2(b -> b.bucket("alices").expectedBucketOwner(BOB.account())));
        assertThat(alice.getObjectAsBytes(b -> b.bucket("alices").key("k")).asUtf8String())
                .isEqualTo("1");
    }

    @Test
    void encryptionIsSaidOnEveryAnswerAndABadKeyFailsAsKmsWould() {
        var put = alice.putObject(
                b -> b.bucket("alices").key("s3").serverSideEncryption(ServerSideEncryption.AES256),
                RequestBody.fromString("text"));
        assertThat(put.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);

        var key = fixture.keyring.create(new Owner(ALICE.account(), "us-east-1"), Optional.empty());
        var kms = alice.putObject(
                b -> b.bucket("alices")
                        .key("kms")
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(key.id()),
                RequestBody.fromString("text"));
        assertThat(kms.ssekmsKeyId()).isEqualTo(key.arn());
        var head = alice.headObject(b -> b.bucket("alices").key("kms"));
        assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
        assertThat(head.ssekmsKeyId()).isEqualTo(key.arn());
        var got = alice.getObjectAsBytes(b -> b.bucket("alices").key("kms").range("bytes=1-2"));
        assertThat(got.asUtf8String()).isEqualTo("ex");
        assertThat(got.response().ssekmsKeyId()).isEqualTo(key.arn());

        fixture.keyring.disable(key.owner(), key.id());
        refused(
                400,
                "KMS.DisabledException",
                () -> alice.getObjectAsBytes(b -> b.bucket("alices").key("kms")));
        refused(
                400,
                "KMS.NotFoundException",
                () -> alice.createMultipartUpload(b -> b.bucket("alices")
                        .key("kms")
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId("alias/unknown")));
    }

    @Test
    void conditionsOnReadsAndWritesHold() {
        var put = alice.putObject(b -> b.bucket("alices").key("k").ifNoneMatch("*"), RequestBody.fromString("1"));
        refused(
                412,
                "PreconditionFailed",
                () -> alice.putObject(b -> b.bucket("alices").key("k").ifNoneMatch("*"), RequestBody.fromString("2")));
        alice.putObject(b -> b.bucket("alices").key("k").ifMatch(put.eTag()), RequestBody.fromString("3"));
        refused(
                412,
                "PreconditionFailed",
                () -> alice.getObjectAsBytes(b -> b.bucket("alices").key("k").ifMatch(put.eTag())));
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() ->
                        alice.getObjectAsBytes(b -> b.bucket("alices").key("k").ifNoneMatch("*")))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(304));
    }

    @Test
    void aWrongSecretOrAnUnknownKeyIsRefused() {
        try (var wrong = fixture.client(new Credential(ALICE.accessKeyId(), "guess", ALICE.account()));
                var unknown = fixture.client(new Credential("AKIANOBODY", "guess", ALICE.account()))) {
            refused(403, "SignatureDoesNotMatch", wrong::listBuckets);
            refused(
                    403,
                    "SignatureDoesNotMatch",
                    () -> wrong.putObject(b -> b.bucket("alices").key("k"), RequestBody.fromString("x")));
            refused(403, "InvalidAccessKeyId", unknown::listBuckets);
        }
        assertThat(keys(alice)).isEmpty();
    }

    private String range(String range) {
        return alice.getObjectAsBytes(b -> b.bucket("alices").key("k").range(range))
                .asUtf8String();
    }

    private static List<String> keys(S3Client client) {
        return client.listObjectsV2(b -> b.bucket("alices")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    // Terraform asks for it after each bucket that it makes, and goes on only when told so in S3's own word.
    @Test
    void aBucketHasNoPolicy() {
        refused(404, "NoSuchBucketPolicy", () -> alice.getBucketPolicy(b -> b.bucket("alices")));
    }

    private static void refused(int status, String code, ThrowingCallable request) {
        assertThatExceptionOfType(S3Exception.class).isThrownBy(request).satisfies(refusal -> {
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refusal.statusCode()).isEqualTo(status);
        });
    }
}
