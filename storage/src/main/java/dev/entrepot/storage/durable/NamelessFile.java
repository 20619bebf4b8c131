package dev.entrepot.storage.durable;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A file that has no name until it is given one ({@code O_TMPFILE} of open(2)): a directory less to enter it in and to take it out of. It
 * stays open until then, and vanishes with its process. For one thread.
 */
public final class NamelessFile implements AutoCloseable {
    private static final int READ_AND_WRITE = 2;
    private static final int NAMELESS = 0x400000;
    /** {@code O_DIRECTORY}, which is part of it, is not the same everywhere. */
    private static final Map<String, Integer> DIRECTORY = Map.of("amd64", 0x10000, "aarch64", 0x4000);

    private static final int MODE = 0666; // less what the process's mask takes away, as for every file

    private final Path directory;
    private final int descriptor;
    private boolean open = true;

    private NamelessFile(Path directory, int descriptor) {
        this.directory = directory;
        this.descriptor = descriptor;
    }

    /** Leaves most descriptors to others. */
    private static final class Descriptors {
        static final Semaphore FREE = new Semaphore(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        ? (int) Math.min(system.getMaxFileDescriptorCount() / 4, 1 << 20)
                        : 0);
    }

    public static boolean isPossible(Path directory) throws IOException {
        return DIRECTORY.containsKey(System.getProperty("os.arch")) && Linux.knows(directory);
    }

    /** Nothing when there are too many already, or when this file system has none after all. */
    public static Optional<NamelessFile> create(Path directory) {
        if (!Descriptors.FREE.tryAcquire()) {
            return Optional.empty();
        }
        int flags = NAMELESS | DIRECTORY.getOrDefault(System.getProperty("os.arch"), 0) | READ_AND_WRITE;
        try {
            return Optional.of(new NamelessFile(directory, Linux.open(directory, flags, MODE)));
        } catch (IOException _) {
            Descriptors.FREE.release();
            return Optional.empty();
        }
    }

    /** Where it can be opened until it is closed. */
    public Path path() {
        return Path.of("/proc/self/fd/" + descriptor);
    }

    /** Appends all of {@code bytes}. */
    public void write(byte[] bytes) throws IOException {
        Linux.write(descriptor, bytes, directory);
    }

    /** @throws java.nio.file.FileAlreadyExistsException when another file has the name */
    public void link(Path name) throws IOException {
        Linux.link(descriptor, name);
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            Descriptors.FREE.release();
            Linux.close(descriptor, directory);
        }
    }
}
