package dev.entrepot.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.ServerSideEncryption.Aes256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever restores a backup has nothing else left: it must be of one moment, whole, and must say so when it is not. */
class BackupTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Requester OWNER = Requester.of(new Owner("000000000000", "us-east-1"));
    private static final String BUCKET = "bucket";
    private static final int WRITERS = 4;

    @TempDir
    Path directory;

    // As mail does it: an object is there before the row that speaks of it, and goes after it. Every object is replaced
    // once.
    @Test
    void underWritersAllThatWasAcknowledgedIsThereAndEveryRowHasItsObject() throws Exception {
        StoreConfiguration live = stores("live");
        var acknowledged = ConcurrentHashMap.<Integer>newKeySet();
        var deleting = ConcurrentHashMap.<Integer>newKeySet();
        var stop = new AtomicBoolean();
        var backups = new ArrayList<List<Integer>>();
        try (var database = open(live);
                var objects = Stores.objects(live, CLOCK);
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            objects.createBucket(OWNER, BUCKET);
            var writers = new ArrayList<Future<?>>();
            for (int first = 0; first < WRITERS; first++) {
                int start = first;
                writers.add(threads.submit(() -> {
                    for (int n = start; !stop.get(); n += WRITERS) {
                        write(database, objects, n);
                        acknowledged.add(n);
                        if (n % 3 == 0 && n >= 8 * WRITERS) {
                            int old = n - 8 * WRITERS;
                            deleting.add(old);
                            delete(database, objects, old);
                        }
                    }
                }));
            }
            try {
                for (int i = 0; i < 3; i++) {
                    while (acknowledged.size() < 50 * (i + 1)
                            && writers.stream().noneMatch(Future::isDone)) {
                        Thread.onSpinWait();
                    }
                    var before = new ArrayList<>(acknowledged);
                    Backup.make(live, directory.resolve("backup-" + i), CLOCK);
                    before.removeAll(deleting);
                    backups.add(before);
                }
            } finally {
                stop.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        for (int i = 0; i < backups.size(); i++) {
            StoreConfiguration restored = stores("restored-" + i);
            Restore.into(restored, directory.resolve("backup-" + i));
            try (var database = open(restored);
                    var objects = Stores.objects(restored, CLOCK)) {
                List<Integer> rows = rows(database);
                assertThat(rows).containsAll(backups.get(i));
                for (int row : rows) {
                    assertThat(read(objects, row)).as("object %d", row).isEqualTo("second " + row);
                }
            }
        }
        assertThat(backups.getLast()).hasSizeGreaterThan(20);
    }

    @Test
    void aBackupOfWhatNobodyServesIsTheSameWhenItIsBackedUpAgain() throws IOException {
        StoreConfiguration live = stores("live");
        try (var database = open(live);
                var objects = Stores.objects(live, CLOCK);
                var mail = Stores.mail(live, CLOCK)) {
            objects.createBucket(OWNER, BUCKET);
            objects.createBucket(OWNER, "empty");
            mail.createBucket(OWNER, "packs");
            write(database, objects, 1);
        }
        Path table = Path.of("catalog", "000000000000", "web", "clicks.json");
        Files.createDirectories(live.data().resolve(table).getParent());
        Files.writeString(live.data().resolve(table), "{}");
        Files.writeString(live.data().resolve(table).resolveSibling(".draft"), "{");
        Files.writeString(live.data().resolve("collaborations.json"), "{\"id\":[]}");
        Summary made = Backup.make(live, directory.resolve("backup"), CLOCK);
        StoreConfiguration restored = stores("restored");
        assertThat(Restore.into(restored, directory.resolve("backup"))).isEqualTo(made);
        assertThat(restored.data().resolve(table)).hasContent("{}");
        assertThat(restored.data().resolve(table).resolveSibling(".draft")).doesNotExist();
        assertThat(restored.data().resolve("collaborations.json")).hasContent("{\"id\":[]}");
        Summary again = Backup.make(restored, directory.resolve("again"), CLOCK);
        assertThat(again.files()).isEqualTo(made.files());
        assertThat(lines("again")).containsExactlyInAnyOrderElementsOf(lines("backup"));
        assertThat(Files.getPosixFilePermissions(directory.resolve("backup"))).hasSize(3);
        try (var objects = Stores.objects(restored, CLOCK)) {
            assertThat(objects.listBuckets(OWNER)).hasSize(2);
            assertThat(objects.list(OWNER, "empty", ObjectListing.Query.prefix(""))
                            .objects())
                    .isEmpty();
            objects.deleteBucket(OWNER, "empty");
        }
    }

    @Test
    void aDamagedByteAMissingFileAndAnUnfinishedBackupAreNamedAndNothingIsRestored() throws IOException {
        StoreConfiguration live = stores("live");
        try (var database = open(live);
                var objects = Stores.objects(live, CLOCK)) {
            objects.createBucket(OWNER, BUCKET);
            write(database, objects, 1);
        }
        Path backup = directory.resolve("backup");
        Backup.make(live, backup, CLOCK);
        Path object = backup.resolve("objects/buckets/bucket/objects/1+object");
        byte[] bytes = Files.readAllBytes(object);

        bytes[0] ^= 1;
        Files.write(object, bytes);
        refused(backup, object + " is damaged: it is not what was backed up");
        Files.delete(object);
        refused(backup, "The backup is not whole: there is no " + object);
        Files.writeString(backup.resolve("SHA256SUMS"), "");
        refused(backup, backup.resolve("SHA256SUMS") + " is damaged");
        Files.delete(backup.resolve("backup.properties"));
        refused(backup, backup + " holds no finished backup: there is no backup.properties in it");
    }

    @Test
    void aDirectoryThatHasSomethingIsLeftAsItIs() throws IOException {
        StoreConfiguration live = stores("live");
        open(live).close();
        Path backup = directory.resolve("backup");
        Backup.make(live, backup, CLOCK);
        assertThatThrownBy(() -> Backup.make(live, backup, CLOCK))
                .hasMessage(backup + " is not empty; a backup is made in a directory of its own");
        assertThatThrownBy(() -> Restore.into(live, backup))
                .hasMessage(live.data() + " is not empty; a backup is restored into an empty data directory");
        assertThatThrownBy(() -> Backup.make(live, live.data().resolve("backup"), CLOCK))
                .hasMessageContaining("is within the data that are to be backed up");
        assertThatThrownBy(() -> Backup.make(stores("none"), directory.resolve("other"), CLOCK))
                .hasMessageContaining("There is no data directory of a server");
        assertThat(directory.resolve("other")).doesNotExist();
        assertThat(directory.resolve("none")).doesNotExist();
    }

    private void refused(Path backup, String sentence) {
        StoreConfiguration target = stores("refused");
        assertThatThrownBy(() -> Restore.into(target, backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessage(sentence);
        for (Path place : List.of(target.data(), target.objects())) {
            if (Files.exists(place)) {
                assertThat(place.toFile().list()).isSubsetOf("lock");
            }
        }
    }

    private StoreConfiguration stores(String name) {
        Path data = directory.resolve(name);
        return new StoreConfiguration(data, Optional.empty(), directory.resolve(name + "-objects"));
    }

    private static Database open(StoreConfiguration stores) {
        Database database = Stores.database(stores);
        database.write(handle -> handle.execute("CREATE TABLE IF NOT EXISTS speaks (n INTEGER NOT NULL PRIMARY KEY)"));
        return database;
    }

    private static void write(Database database, EmbeddedObjectStore objects, int n) {
        for (String time : List.of("first ", "second ")) {
            var text = new ByteArrayInputStream((time + n).getBytes(UTF_8));
            objects.put(OWNER, at(n), PutOptions.DEFAULT.encryption(new Aes256()), text);
        }
        database.write(handle -> handle.execute("INSERT INTO speaks VALUES (?)", n));
    }

    private static void delete(Database database, EmbeddedObjectStore objects, int n) {
        database.write(handle -> handle.execute("DELETE FROM speaks WHERE n = ?", n));
        objects.delete(OWNER, at(n));
    }

    private static List<Integer> rows(Database database) {
        return database.read(handle ->
                handle.createQuery("SELECT n FROM speaks").mapTo(Integer.class).list());
    }

    private static String read(EmbeddedObjectStore objects, int n) throws IOException {
        try (var bytes = objects.get(OWNER, at(n)).bytes()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private static ObjectLocation at(int n) {
        return new ObjectLocation(BUCKET, Integer.toString(n));
    }

    private List<String> lines(String backup) throws IOException {
        return Files.readAllLines(directory.resolve(backup).resolve("SHA256SUMS"));
    }
}
