package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.StoreFixture.BUCKET;
import static dev.entrepot.storage.objects.StoreFixture.OWNER;
import static dev.entrepot.storage.objects.StoreFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.storage.durable.Durability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup takes minutes and stands for one moment: what happens meanwhile must neither get into it nor be lost from it. */
class StoreMomentTest {
    private static final int WRITERS = 4;
    private static final int KEYS = 12;

    @TempDir
    Path parent;

    @Test
    void whatChangesAfterTheMomentIsSeenAsItWasInIt() throws Exception {
        try (var fixture = new StoreFixture(parent, Durability.FSYNC)) {
            fixture.put("replaced", "before");
            fixture.put("deleted", "before");
            fixture.put("a/deep/one", "before");
            fixture.put("untouched", "before");
            var upload = fixture.store.createUpload(OWNER, at("uploaded"), PutOptions.DEFAULT);
            fixture.store.createBucket(OWNER, "emptied");
            var part = new ByteArrayInputStream("part".getBytes(StandardCharsets.UTF_8));
            fixture.store.putPart(OWNER, at("uploaded"), upload.id(), 1, PutOptions.DEFAULT, part);
            try (var moment = StoreMoment.of(fixture.directory)) {
                moment.hold(() -> {});
                fixture.put("replaced", "after");
                fixture.put("replaced", "and after");
                fixture.store.delete(OWNER, at("deleted"));
                fixture.put("deleted", "again");
                fixture.store.delete(OWNER, at("a/deep/one"));
                fixture.put("new", "after");
                fixture.store.deleteBucket(OWNER, "emptied");
                fixture.store.createBucket(OWNER, "another");
                fixture.store.abortUpload(OWNER, at("uploaded"), upload.id());

                Map<String, String> seen = files(moment);
                assertThat(seen.keySet())
                        .containsExactlyInAnyOrder(
                                BUCKET + "/bucket.properties",
                                BUCKET + "/objects/replaced+object",
                                BUCKET + "/objects/deleted+object",
                                BUCKET + "/objects/a/deep/one+object",
                                BUCKET + "/objects/untouched+object",
                                BUCKET + "/uploads/" + upload.id() + "/upload",
                                BUCKET + "/uploads/" + upload.id() + "/1",
                                "emptied/bucket.properties");
                seen.forEach((path, text) -> {
                    if (path.contains("/objects/")) {
                        assertThat(text).as(path).startsWith("before\n");
                    }
                });
            }
            assertThat(fixture.directory.resolve("moment")).isDirectoryNotContaining(Files::isDirectory);
        }
    }

    // Each writer numbers what it does to its keys, a put or a delete. What the moment has of a key must be the state
    // after an action
    // that had begun in the moment, and no older than the last that had been acknowledged.
    @Test
    void underWritersItHasAllThatWasAcknowledgedAndNothingThatHadNotBegun() throws Exception {
        try (var fixture = new StoreFixture(parent, Durability.FSYNC);
                var second = EmbeddedObjectStore.open(fixture.directory, fixture.keyring, () -> StoreFixture.NOW);
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            var begun = new AtomicIntegerArray(WRITERS * KEYS);
            var acknowledged = new AtomicIntegerArray(WRITERS * KEYS);
            var stop = new AtomicBoolean();
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * KEYS;
                var store = writer % 2 == 0 ? fixture.store : second;
                var random = new Random(writer);
                writers.add(threads.submit(() -> {
                    while (!stop.get()) {
                        act(store, first + random.nextInt(KEYS), begun, acknowledged);
                    }
                }));
            }
            try {
                for (int round = 0; round < 20; round++) {
                    var least = new int[WRITERS * KEYS];
                    var most = new int[WRITERS * KEYS];
                    try (var moment = StoreMoment.of(fixture.directory)) {
                        moment.hold(() -> {
                            for (int key = 0; key < least.length; key++) {
                                least[key] = acknowledged.get(key);
                                most[key] = begun.get(key);
                            }
                        });
                        Map<String, String> seen = files(moment);
                        for (int key = 0; key < least.length; key++) {
                            String text = seen.get(BUCKET + "/objects/" + path(key) + "+object");
                            if (text == null) {
                                assertThat(IntStream.rangeClosed(least[key], most[key])
                                                .anyMatch(StoreMomentTest::isDelete))
                                        .as("key %d is missing, after %d to %d", key, least[key], most[key])
                                        .isTrue();
                            } else {
                                assertThat(Integer.parseInt(text.substring(0, text.indexOf('\n'))))
                                        .as("key %d", key)
                                        .isBetween(least[key], most[key])
                                        .matches(n -> !isDelete(n));
                            }
                        }
                    }
                }
            } finally {
                stop.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    @Test
    void anInterruptedThreadFailsAloneAndTheStoreGoesOn() throws Exception {
        try (var fixture = new StoreFixture(parent, Durability.FSYNC)) {
            fixture.put("key", "text");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> fixture.store.delete(OWNER, at("key"))).isInstanceOf(ObjectRequestFailed.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(fixture.get("key")).isEqualTo("text");
            fixture.put("key", "another");
            fixture.store.delete(OWNER, at("key"));
            assertThat(fixture.keys()).isEmpty();
        }
    }

    @Test
    void oneIsHeldAtATimeAndWhatADeadProcessKeptIsCleared() throws Exception {
        try (var fixture = new StoreFixture(parent, Durability.FSYNC)) {
            try (var moment = StoreMoment.of(fixture.directory)) {
                moment.hold(() -> {});
                assertThatThrownBy(() -> StoreMoment.of(fixture.directory))
                        .isInstanceOf(MomentHeld.class)
                        .hasMessageContaining("is under way");
            }
            Path kept = Files.createDirectories(fixture.directory.resolve("moment/kept"));
            fixture.put("key", "nobody holds a moment any more");
            assertThat(kept).isEmptyDirectory();
            EmbeddedObjectStore.open(fixture.directory, fixture.keyring, () -> StoreFixture.NOW)
                    .close();
            assertThat(kept).doesNotExist();
        }
    }

    private static void act(
            EmbeddedObjectStore store, int key, AtomicIntegerArray begun, AtomicIntegerArray acknowledged) {
        int number = begun.incrementAndGet(key);
        if (isDelete(number)) {
            store.delete(OWNER, at(path(key)));
        } else {
            byte[] text = (number + "\n").getBytes(StandardCharsets.UTF_8);
            store.put(OWNER, at(path(key)), PutOptions.DEFAULT, new ByteArrayInputStream(text));
        }
        acknowledged.set(key, number);
    }

    /** Also at the beginning, when there is nothing. */
    private static boolean isDelete(int number) {
        return number % 3 == 0;
    }

    private static String path(int key) {
        return "directory-" + key % 5 + "/" + key;
    }

    private static Map<String, String> files(StoreMoment moment) throws IOException {
        var files = new HashMap<String, String>();
        moment.visit((path, file) -> {
            try (var in = Channels.newInputStream(file)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                List<String> both = List.of(files.getOrDefault(path.toString(), text), text);
                assertThat(both.getFirst()).isEqualTo(both.getLast());
                files.put(path.toString(), text);
            }
        });
        return files;
    }
}
