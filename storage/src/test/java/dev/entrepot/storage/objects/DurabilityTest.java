package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.StoreFixture.BUCKET;
import static dev.entrepot.storage.objects.StoreFixture.OWNER;
import static dev.entrepot.storage.objects.StoreFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.durable.Durability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut cannot be had in a test. Instead this keeps what a disk would surely have kept (contents as last forced, names as last
 * forced) and compares that with what the store has acknowledged.
 */
class DurabilityTest {
    @TempDir
    Path directory;

    private final SurvivingDisk disk = new SurvivingDisk();
    private StoreFixture fixture;

    @BeforeEach
    void openStore() throws IOException {
        fixture = new StoreFixture(directory, disk);
    }

    @AfterEach
    void closeStore() {
        fixture.close();
    }

    @Test
    void anAcknowledgedPutSurvivesWithAllTheDirectoriesAboveIt() throws Exception {
        fixture.put("some/new/directories/key", "text");
        assertThat(disk.survivors(bucketDirectory()))
                .containsExactly("some", "some/new", "some/new/directories", "some/new/directories/key+object");
        fixture.put("some/new/directories/second", "text");
        assertThat(disk.survivors(bucketDirectory())).contains("some/new/directories/second+object");
    }

    @Test
    void anOverwriteNeverPassesThroughAMomentWithoutTheOldOrTheNewObject() {
        fixture.put("key", "old");
        disk.events.clear();
        fixture.put("key", "new");
        // The new bytes are forced while the name still means the old ones.
        assertThat(disk.events).hasSize(2);
        assertThat(disk.events.get(0)).isEqualTo("file with key=old");
        assertThat(disk.events.get(1)).isEqualTo("directory with key=new");
    }

    // Many objects share what one costs, and still none is named before its bytes are safe.
    @Test
    void aCommittedBatchSurvivesWhole() throws Exception {
        fixture.put("key", "old");
        disk.events.clear();
        try (ObjectBatch batch = fixture.store.batch(OWNER, BUCKET)) {
            for (String key : List.of("key", "a/one", "a/two", "b/c/three")) {
                batch.put(key, PutOptions.DEFAULT, new ByteArrayInputStream(new byte[] {'n', 'e', 'w'}));
            }
            assertThat(disk.events).isEmpty();
            batch.commit();
        }
        assertThat(disk.events.subList(0, 4)).containsOnly("file with key=old");
        assertThat(disk.survivors(bucketDirectory()))
                .containsExactly("a", "a/one+object", "a/two+object", "b", "b/c", "b/c/three+object", "key+object");
        assertThat(fixture.get("key")).isEqualTo("new");
    }

    @Test
    void anAcknowledgedDeleteIsNotUndone() throws Exception {
        fixture.put("a/key", "text");
        fixture.put("a/other", "text");
        fixture.store.delete(OWNER, at("a/key"));
        assertThat(disk.survivors(bucketDirectory())).containsExactly("a", "a/other+object");
    }

    @Test
    void aDirectoryThatWasRemovedAndMadeAgainIsForcedAgain() throws Exception {
        fixture.put("a/b/key", "text");
        fixture.store.delete(OWNER, at("a/b/key"));
        fixture.put("a/b/again", "text");
        assertThat(disk.survivors(bucketDirectory())).containsExactly("a", "a/b", "a/b/again+object");
    }

    @Test
    void anAcknowledgedBucketAndACompletedUploadSurvive() throws Exception {
        assertThat(disk.survivors(directory.resolve("objects/buckets")))
                .contains(BUCKET, BUCKET + "/bucket.properties");
        var upload = fixture.store.createUpload(OWNER, at("big/key"), PutOptions.DEFAULT);
        var part = fixture.store.putPart(
                OWNER, upload.location(), upload.id(), 1, PutOptions.DEFAULT, InputStream.nullInputStream());
        assertThat(disk.survivors(bucketDirectory().resolveSibling("uploads")))
                .containsExactly(upload.id(), upload.id() + "/1", upload.id() + "/upload");
        var parts = List.of(new UploadedPart(1, part.etag()));
        fixture.store.completeUpload(OWNER, upload.location(), upload.id(), parts, WriteCondition.NONE);
        assertThat(disk.survivors(bucketDirectory())).containsExactly("big", "big/key+object");
    }

    private Path bucketDirectory() {
        return directory.resolve("objects/buckets").resolve(BUCKET).resolve("objects");
    }

    private final class SurvivingDisk implements Durability {
        final List<String> events = new ArrayList<>();
        private final Set<Object> forcedFiles = new HashSet<>();
        private final Map<Object, Map<String, Object>> forcedNames = new HashMap<>();

        @Override
        public synchronized void file(Path path, FileChannel channel) throws IOException {
            forcedFiles.add(identity(path));
            events.add("file with " + content());
        }

        @Override
        public synchronized void directory(Path path) throws IOException {
            var names = new HashMap<String, Object>();
            try (var children = Files.list(path)) {
                for (Path child : children.toList()) {
                    names.put(child.getFileName().toString(), identity(child));
                }
            }
            forcedNames.put(identity(path), names);
            events.add("directory with " + content());
        }

        /** Which file it is, whatever it is called now. File systems give the number of a removed one to the next, so its birth counts. */
        private static Object identity(Path path) throws IOException {
            return Files.getAttribute(path, "unix:ino") + " " + Files.getAttribute(path, "creationTime");
        }

        private String content() {
            try {
                return "key=" + fixture.get("key");
            } catch (ObjectRequestFailed | NullPointerException | IOException _) {
                return "nothing";
            }
        }

        /** The paths below {@code top} that are there after a power cut: all of the file, and every name on the way. */
        Set<String> survivors(Path top) throws IOException {
            var survivors = new TreeSet<String>();
            collect(identity(top), "", survivors);
            return survivors;
        }

        private void collect(Object inode, String prefix, Set<String> survivors) {
            forcedNames.getOrDefault(inode, Map.of()).forEach((name, child) -> {
                if (forcedFiles.contains(child) || forcedNames.containsKey(child)) {
                    survivors.add(prefix + name);
                    collect(child, prefix + name + "/", survivors);
                }
            });
        }
    }
}
