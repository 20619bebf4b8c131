package dev.entrepot.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.keys.LocalKeyring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A store in a directory of its own with one bucket, and short words for what tests do with it. */
final class StoreFixture implements AutoCloseable {
    static final Requester OWNER = Requester.of(new Owner("111122223333", "us-east-1"));
    static final Requester STRANGER = Requester.of(new Owner("444455556666", "us-east-1"));
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    static final String BUCKET = "a-bucket";

    final Path directory;
    final LocalKeyring keyring;
    final EmbeddedObjectStore store;

    StoreFixture(Path parent, Durability durability) throws IOException {
        directory = parent.resolve("objects");
        keyring = LocalKeyring.open(parent.resolve("keys"), InstantSource.fixed(NOW));
        store = EmbeddedObjectStore.open(directory, keyring, InstantSource.fixed(NOW), durability);
        store.createBucket(OWNER, BUCKET);
    }

    StoredObject put(String key, String text) {
        return put(key, text, PutOptions.DEFAULT);
    }

    StoredObject put(String key, String text, PutOptions options) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return store.put(OWNER, at(key), options, bytes);
    }

    String get(String key) throws IOException {
        try (var bytes = store.get(OWNER, at(key)).bytes()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        var query = ObjectListing.Query.prefix("");
        while (true) {
            var page = store.list(OWNER, BUCKET, query);
            page.objects().forEach(object -> keys.add(object.key()));
            if (page.next().isEmpty()) {
                return keys;
            }
            query = query.after(page.next().get());
        }
    }

    /** All but the gate, which every store has. */
    List<Path> files() throws IOException {
        try (var paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(directory.resolve("gate")))
                    .toList();
        }
    }

    static ObjectLocation at(String key) {
        return new ObjectLocation(BUCKET, key);
    }

    static void refused(ObjectError error, ThrowingCallable request) {
        assertThatExceptionOfType(ObjectRequestFailed.class)
                .isThrownBy(request)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    @Override
    public void close() {
        store.close();
    }
}
