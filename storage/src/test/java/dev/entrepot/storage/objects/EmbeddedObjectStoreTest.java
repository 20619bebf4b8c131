package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.StoreFixture.BUCKET;
import static dev.entrepot.storage.objects.StoreFixture.NOW;
import static dev.entrepot.storage.objects.StoreFixture.OWNER;
import static dev.entrepot.storage.objects.StoreFixture.STRANGER;
import static dev.entrepot.storage.objects.StoreFixture.at;
import static dev.entrepot.storage.objects.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.storage.durable.Durability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What jobs rely on: bytes and metadata come back, and every refusal is the one that S3 would give. */
class EmbeddedObjectStoreTest {
    @TempDir
    Path directory;

    private StoreFixture fixture;
    private EmbeddedObjectStore store;

    @BeforeEach
    void openStore() throws IOException {
        fixture = new StoreFixture(directory, Durability.FSYNC);
        store = fixture.store;
    }

    @AfterEach
    void closeStore() {
        fixture.close();
    }

    // A job that is cancelled in the middle of a batch leaves nothing of it, not even temporary files.
    @Test
    void nothingIsSeenOfABatchThatIsNotCommitted() throws IOException {
        int files = fixture.files().size();
        try (ObjectBatch batch = fixture.store.batch(OWNER, BUCKET)) {
            batch.put("key", PutOptions.DEFAULT, new ByteArrayInputStream(new byte[10]));
            assertThat(fixture.keys()).isEmpty();
        }
        assertThat(fixture.keys()).isEmpty();
        assertThat(fixture.files()).hasSize(files);
        refused(ObjectError.ACCESS_DENIED, () -> fixture.store.batch(STRANGER, BUCKET));
        refused(ObjectError.NO_SUCH_BUCKET, () -> fixture.store.batch(OWNER, "another"));
    }

    @Test
    void anObjectComesBackWithWhatWasPutAndItsMd5() throws Exception {
        var options = PutOptions.DEFAULT
                .headers(Map.of("x-amz-meta-note", "a=b%\r\nö", "cache-control", "no-store"))
                .contentType("text/plain");
        var put = fixture.put("data/hello.txt", "hello", options);
        assertThat(put.md5().orElseThrow().base64()).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
        assertThat(put.md5().orElseThrow().bytes()).hasSize(16);
        assertThat(put.etag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(put.lastModified()).isEqualTo(NOW);
        assertThat(put.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "content-type", "text/plain", "cache-control", "no-store", "x-amz-meta-note", "a=b%\r\nö"));
        assertThat(store.head(OWNER, at("data/hello.txt"))).isEqualTo(put);
        assertThat(fixture.get("data/hello.txt")).isEqualTo("hello");
    }

    @Test
    void aPutReplacesTheObjectWholeAndLeavesOpenReadersTheOldOne() throws Exception {
        fixture.put("key", "the first");
        try (var first = store.get(OWNER, at("key")).bytes()) {
            fixture.put("key", "2nd");
            assertThat(first.readAllBytes()).asString().isEqualTo("the first");
        }
        assertThat(fixture.get("key")).isEqualTo("2nd");
    }

    @Test
    void aFailedPutLeavesTheObjectThatWasThere() throws Exception {
        fixture.put("key", "old");
        var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[1 << 20]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the source broke");
            }
        });
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(OWNER, at("key"), PutOptions.DEFAULT, broken))
                .withRootCauseInstanceOf(IOException.class);
        refused(
                ObjectError.INCOMPLETE_BODY,
                () -> fixture.put("key", "four", PutOptions.DEFAULT.length(OptionalLong.of(5))));
        refused(
                ObjectError.BAD_DIGEST,
                () -> fixture.put(
                        "key", "other", PutOptions.DEFAULT.md5(Optional.of(Md5.ofBase64("XUFAKrxLKna5cZ2REBfFkg==")))));
        assertThat(fixture.get("key")).isEqualTo("old");
        assertThat(fixture.files()).as("bucket file, object, lock").hasSize(3);
    }

    @Test
    void whatIsNotThereIsRefusedByItsS3Code() {
        refused(ObjectError.NO_SUCH_KEY, () -> store.head(OWNER, at("missing")));
        refused(ObjectError.NO_SUCH_KEY, () -> store.get(OWNER, at("missing")));
        refused(ObjectError.NO_SUCH_BUCKET, () -> store.head(OWNER, new ObjectLocation("no-bucket", "key")));
        refused(
                ObjectError.NO_SUCH_BUCKET,
                () -> store.put(
                        OWNER,
                        new ObjectLocation("../objects", "key"),
                        PutOptions.DEFAULT,
                        InputStream.nullInputStream()));
        store.delete(OWNER, at("missing"));
    }

    @Test
    void aBucketBelongsToOneAccount() {
        fixture.put("key", "mine");
        refused(ObjectError.ACCESS_DENIED, () -> store.get(STRANGER, at("key")));
        refused(ObjectError.ACCESS_DENIED, () -> store.head(STRANGER, at("key")));
        refused(
                ObjectError.ACCESS_DENIED,
                () -> store.put(STRANGER, at("key"), PutOptions.DEFAULT, InputStream.nullInputStream()));
        refused(ObjectError.ACCESS_DENIED, () -> store.delete(STRANGER, at("key")));
        refused(ObjectError.ACCESS_DENIED, () -> store.list(STRANGER, BUCKET, ObjectListing.Query.prefix("")));
        refused(ObjectError.ACCESS_DENIED, () -> store.deleteBucket(STRANGER, BUCKET));
        refused(ObjectError.BUCKET_ALREADY_EXISTS, () -> store.createBucket(STRANGER, BUCKET));
        refused(ObjectError.BUCKET_ALREADY_OWNED_BY_YOU, () -> store.createBucket(OWNER, BUCKET));
        assertThat(store.listBuckets(STRANGER)).isEmpty();
        assertThat(store.listBuckets(OWNER)).extracting(Bucket::name).containsExactly(BUCKET);
    }

    @Test
    void theWrongExpectedOwnerIsRefusedEvenToTheOwner() {
        fixture.put("key", "mine");
        store.head(OWNER.expecting(Optional.of("111122223333")), at("key"));
        refused(ObjectError.ACCESS_DENIED, () -> store.head(OWNER.expecting(Optional.of("444455556666")), at("key")));
    }

    @Test
    void aConditionalWriteSeesTheObjectItReplaces() {
        var onlyNew = PutOptions.DEFAULT.condition(new WriteCondition.Absent(Optional.empty()));
        var first = fixture.put("key", "1", onlyNew);
        refused(ObjectError.PRECONDITION_FAILED, () -> fixture.put("key", "2", onlyNew));
        var onlyFirst = PutOptions.DEFAULT.condition(new WriteCondition.Present(Optional.of(first.etag())));
        fixture.put("key", "3", onlyFirst);
        refused(ObjectError.PRECONDITION_FAILED, () -> fixture.put("key", "4", onlyFirst));
        refused(ObjectError.NO_SUCH_KEY, () -> fixture.put("missing", "5", onlyFirst));
    }

    @Test
    void onlyAnEmptyBucketIsDeleted() {
        fixture.put("deep/down/key", "1");
        refused(ObjectError.BUCKET_NOT_EMPTY, () -> store.deleteBucket(OWNER, BUCKET));
        store.delete(OWNER, at("deep/down/key"));
        store.deleteBucket(OWNER, BUCKET);
        refused(ObjectError.NO_SUCH_BUCKET, () -> store.headBucket(OWNER, BUCKET));
        store.createBucket(STRANGER, BUCKET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_entrepot",
                "ab",
                "Upper",
                "a..b",
                "-a-",
                "a_b",
                "192.168.0.1",
                "..",
                "a/b",
                "xn--bucket",
                "healthz",
                "this-name-is-one-character-longer-than-the-63-that-s3-allows-for"
            })
    void aNameThatS3DoesNotAllowIsNoBucket(String name) {
        refused(ObjectError.INVALID_BUCKET_NAME, () -> store.createBucket(OWNER, name));
        refused(ObjectError.NO_SUCH_BUCKET, () -> store.headBucket(OWNER, name));
    }
}
