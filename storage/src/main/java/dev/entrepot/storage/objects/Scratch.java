package dev.entrepot.storage.objects;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files are written before they are renamed into place. Each process has a directory of its own and keeps a lock in it; what
 * a dead process left is known by its free lock and deleted when the next one starts.
 */
final class Scratch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    static final String LOCK_FILE = "lock";

    private final Path directory;
    private final FileChannel lock;

    private Scratch(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static Scratch open(Path root) throws IOException {
        Files.createDirectories(root);
        deleteLeftovers(root);
        Path directory = Files.createDirectory(root.resolve(UUID.randomUUID().toString()));
        var channel = FileChannel.open(directory.resolve(LOCK_FILE), CREATE, WRITE);
        channel.lock();
        return new Scratch(directory, channel);
    }

    /** A path nobody else uses, for a file or a directory. */
    Path newPath() {
        return directory.resolve(UUID.randomUUID().toString());
    }

    /** A directory for files that are written together: nobody else's keep its lock from them. */
    Path newDirectory() throws IOException {
        return Files.createDirectory(newPath());
    }

    static void deleteTree(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            deleteTree(directory);
        } catch (IOException e) {
            LOG.warn("Temporary files stay in {} until the next start", directory, e);
        }
    }

    private static void deleteLeftovers(Path root) throws IOException {
        try (var directories = Files.newDirectoryStream(root)) {
            for (Path directory : directories) {
                if (isAbandoned(directory)) {
                    deleteTree(directory);
                }
            }
        }
    }

    /** Whether nobody has the lock in {@code directory}. */
    static boolean isAbandoned(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory.resolve(LOCK_FILE), WRITE);
                var free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException _) {
            return false; // this process's own
        } catch (NoSuchFileException _) {
            return true;
        }
    }
}
