package dev.entrepot.server.backup;

import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.storage.database.DataDirectory;
import dev.entrepot.storage.durable.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Puts a backup into an empty data directory. Everything is copied and verified under other names first, and then renamed, the database last.
 */
public final class Restore {
    private static final String LOCK = "lock";

    private final Path backup;
    private final Places places;
    private final Places staged;

    private Restore(Path backup, StoreConfiguration stores) {
        this.backup = backup.toAbsolutePath().normalize();
        this.places = Places.of(stores);
        this.staged = new Places(
                staged(places.database()),
                staged(places.objects()),
                staged(places.mail()),
                staged(places.audiences()),
                staged(places.keys()),
                staged(places.catalog()),
                staged(places.collaborations()));
    }

    private static Path staged(Path path) {
        return path.resolveSibling(path.getFileName() + ".restoring");
    }

    /** @throws BackupRefused when the backup is not whole, or the data directory not empty; then nothing has been restored */
    public static Summary into(StoreConfiguration stores, Path backup) {
        try {
            var restore = new Restore(backup, stores);
            Summary summary = Summary.read(backup);
            try (var _ = DataDirectory.lock(stores.data())) {
                restore.requireEmpty(stores.data());
                restore.requireEmpty(stores.objects());
                Directories.requireFree(stores.data(), summary.bytes());
                restore.run(summary);
            }
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be restored", e);
        }
    }

    private void requireEmpty(Path directory) throws IOException {
        if (!Directories.isEmpty(directory, List.of(LOCK))) {
            throw new BackupRefused(directory + " is not empty; a backup is restored into an empty data directory");
        }
    }

    private void run(Summary summary) throws IOException {
        try {
            copy(summary);
            putInPlace(staged.keys(), places.keys());
            putInPlace(staged.catalog(), places.catalog());
            putInPlace(staged.collaborations(), places.collaborations());
            putInPlace(staged.mail(), places.mail());
            putInPlace(staged.audiences(), places.audiences());
            putInPlace(staged.objects(), places.objects());
            putInPlace(staged.database(), places.database());
        } catch (IOException | RuntimeException e) {
            Directories.clear(places.objects().getParent(), List.of());
            Directories.clear(places.database().getParent(), List.of(LOCK));
            throw e;
        }
    }

    private void copy(Summary summary) throws IOException {
        var files = new LongAdder();
        try (var copying = new Copying()) {
            Manifest.read(
                    backup,
                    (path, sha256) -> copying.start(() -> {
                        copy(path, sha256);
                        files.increment();
                    }));
            copying.finish();
        }
        if (files.sum() != summary.files()) {
            throw new BackupRefused(
                    "The backup has %,d files and should have %,d".formatted(files.sum(), summary.files()));
        }
    }

    private void copy(Path path, String sha256) throws IOException {
        try (var source = FileChannel.open(backup.resolve(path), StandardOpenOption.READ)) {
            Path target = staged.of(path);
            if (!CheckedCopy.copy(source, target).sha256().equals(sha256)) {
                throw new BackupRefused(backup.resolve(path) + " is damaged: it is not what was backed up");
            }
            if (path.getFileName().toString().equals("bucket.properties")) { // an empty bucket has no other file
                Files.createDirectories(target.resolveSibling("objects"));
                Files.createDirectories(target.resolveSibling("uploads"));
            }
        } catch (NoSuchFileException e) {
            throw new BackupRefused("The backup is not whole: there is no " + e.getFile());
        }
    }

    private static void putInPlace(Path staged, Path place) throws IOException {
        if (Files.exists(staged)) {
            Directories.force(staged);
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
            Durability.FSYNC.directory(place.getParent());
        }
    }
}
