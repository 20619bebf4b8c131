package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.StoreFixture.BUCKET;
import static dev.entrepot.storage.objects.StoreFixture.OWNER;
import static dev.entrepot.storage.objects.StoreFixture.at;
import static dev.entrepot.storage.objects.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.durable.Durability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files arrive in parts, of which the object must show nothing before it is complete. */
class MultipartUploadsTest {
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

    @Test
    void theObjectIsThePartsInTheOrderOfTheirNumbers() throws Exception {
        var upload = store.createUpload(OWNER, at("key"), PutOptions.DEFAULT.contentType("text/plain"));
        var second = putPart(upload, 2, "world");
        putPart(upload, 1, "replaced");
        var first = putPart(upload, 1, "hello ");
        assertThat(fixture.keys()).isEmpty();
        assertThat(store.listUploads(OWNER, BUCKET)).containsExactly(upload);
        assertThat(store.listParts(OWNER, upload.location(), upload.id()))
                .hasSize(2)
                .containsEntry(1, first);

        var object = complete(upload, new UploadedPart(1, first.etag()), new UploadedPart(2, second.etag()));
        // md5 of the two MD5s, as S3 makes it
        assertThat(object.etag())
                .isEqualTo("e09e4fd6265b36115fe3db32df945d84-2")
                .hasSize(34);
        assertThat(fixture.get("key")).isEqualTo("hello world");
        assertThat(object.headers()).containsEntry("content-type", "text/plain");
        assertThat(store.listUploads(OWNER, BUCKET)).isEmpty();
        assertThat(fixture.files()).as("bucket file, object, lock").hasSize(3);
        refused(ObjectError.NO_SUCH_UPLOAD, () -> store.listParts(OWNER, upload.location(), upload.id()));
    }

    @Test
    void aPartThatIsMissingOrNotTheNamedOneFailsTheCompletionAlone() {
        var upload = store.createUpload(OWNER, at("key"), PutOptions.DEFAULT);
        var part = putPart(upload, 1, "text");
        refused(ObjectError.INVALID_PART, () -> complete(upload, new UploadedPart(2, part.etag())));
        refused(ObjectError.INVALID_PART, () -> complete(upload, new UploadedPart(1, "0".repeat(32))));
        refused(ObjectError.NO_SUCH_KEY, () -> store.head(OWNER, at("key")));
        complete(upload, new UploadedPart(1, part.etag()));
    }

    @Test
    void anAbortedUploadLeavesNothingAndAnInventedOneIsUnknown() throws Exception {
        var upload = store.createUpload(OWNER, at("key"), PutOptions.DEFAULT);
        putPart(upload, 1, "text");
        store.abortUpload(OWNER, upload.location(), upload.id());
        refused(ObjectError.NO_SUCH_UPLOAD, () -> putPart(upload, 2, "text"));
        refused(ObjectError.NO_SUCH_UPLOAD, () -> store.listParts(OWNER, at("key"), "../objects"));
        var other = store.createUpload(OWNER, at("other"), PutOptions.DEFAULT);
        refused(ObjectError.NO_SUCH_UPLOAD, () -> store.listParts(OWNER, at("key"), other.id()));
        store.abortUpload(OWNER, at("other"), other.id());
        assertThat(fixture.files()).as("bucket file, lock").hasSize(2);
        store.deleteBucket(OWNER, BUCKET);
    }

    private StoredObject putPart(MultipartUpload upload, int number, String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return store.putPart(OWNER, upload.location(), upload.id(), number, PutOptions.DEFAULT, bytes);
    }

    private StoredObject complete(MultipartUpload upload, UploadedPart... parts) {
        return store.completeUpload(OWNER, upload.location(), upload.id(), List.of(parts), WriteCondition.NONE);
    }
}
