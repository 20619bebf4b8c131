package dev.entrepot.cleanroomsml.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.cleanroomsml.source.S3Uri;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.Requester;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever finds files takes them for an audience, so half of one must not stay. */
class AudienceFilesTest {
    private static final int LINES_A_FILE = 1_000_000;
    private static final Requester OWNER = Requester.of(new Owner("111122223333", "us-east-1"));

    @Test
    void whatIsStoppedInItsSecondFileLeavesNoFirst(@TempDir Path directory) {
        var clock = new SettableClock();
        try (var objects = EmbeddedObjectStore.open(
                directory.resolve("objects"), LocalKeyring.open(directory.resolve("keys"), clock), clock)) {
            objects.createBucket(OWNER, "bucket");
            var files = new AudienceFiles(objects, OWNER.owner(), new S3Uri("bucket", "out/"));
            var written = new AtomicInteger();
            assertThatThrownBy(() -> files.write(Stream.generate(() -> "u").iterator(), bytes -> {
                        if (written.incrementAndGet() > LINES_A_FILE) {
                            throw new CancellationException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
            assertThat(objects.list(OWNER, "bucket", ObjectListing.Query.prefix(""))
                            .objects())
                    .isEmpty();
        }
    }
}
