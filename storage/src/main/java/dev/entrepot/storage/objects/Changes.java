package dev.entrepot.storage.objects;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.entrepot.storage.objects.KeyTree.DirectoryWork;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The gate through which every change of a store's files goes, whichever process makes it: only for the instant of its rename, so
 * that a {@link StoreMoment} can fall between changes. While such a moment is held, what it has of a file is kept before the file
 * changes: as a second link to it, or as an empty file where it has none.
 */
final class Changes implements AutoCloseable {
    /** A lock of the operating system holds off other processes, but not other threads of this one. */
    private static final ConcurrentMap<Path, Turn> TURNS = new ConcurrentHashMap<>();

    private final Path buckets;
    private final Path moment;
    private final Turn turn;
    private final Path gateFile;
    private FileChannel gate;

    /** One thread at a time of this process; guards its field. */
    private static final class Turn {
        /** Whether this process holds a moment. */
        boolean holds;
    }

    /** @param store its directory, which is there */
    Changes(Path store) throws IOException {
        this.buckets = store.resolve("buckets");
        this.moment = store.resolve("moment");
        this.turn = TURNS.computeIfAbsent(store.toRealPath(), _ -> new Turn());
        this.gateFile = store.resolve("gate");
        this.gate = FileChannel.open(gateFile, CREATE, READ, WRITE);
    }

    /** An interrupted thread that waits for a lock closes the file for all; it alone is to fail. */
    private FileChannel gate() throws IOException {
        if (!gate.isOpen()) {
            gate = FileChannel.open(gateFile, CREATE, READ, WRITE);
        }
        return gate;
    }

    /**
     * Does something to {@code files}: replaces, makes or deletes them. Of this process nobody else changes anything meanwhile, so that
     * {@code work} may begin with a look at what is there.
     */
    void change(List<Path> files, DirectoryWork work) throws IOException {
        change(() -> keep(files), work);
    }

    /** Does something to a directory and all that is in it. */
    void changeTree(Path tree, DirectoryWork work) throws IOException {
        change(() -> keep(files(tree)), work);
    }

    private void change(DirectoryWork keeping, DirectoryWork work) throws IOException {
        synchronized (turn) {
            try (var _ = gate().lock(0, Long.MAX_VALUE, true)) {
                if (isHeld()) {
                    keeping.run();
                }
                work.run();
            }
        }
    }

    private static List<Path> files(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** Deletes a directory and all that is in it, letting other changes through between. */
    void deleteTree(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                change(() -> keepIfFile(path), () -> Files.deleteIfExists(path));
            }
        }
    }

    /** Runs {@code work} while nobody changes anything. */
    void alone(DirectoryWork work) throws IOException {
        synchronized (turn) {
            try (var _ = gate().lock()) {
                work.run();
            }
        }
    }

    /** For {@link #alone}: begins a moment of this process. */
    void hold() throws IOException {
        Files.createDirectory(kept());
        turn.holds = true;
    }

    /** For {@link #alone}: ends it, and leaves what was kept at {@code over}. */
    void end(Path over) throws IOException {
        turn.holds = false;
        Files.move(kept(), over);
    }

    Path kept() {
        return moment.resolve("kept");
    }

    Path moment() {
        return moment;
    }

    /** Removes what was kept for a moment whose process has died. */
    void clear() throws IOException {
        alone(() -> {
            if (Files.exists(kept()) && !isHeld()) {
                Scratch.deleteTree(kept());
            }
        });
    }

    /** Within a turn. */
    boolean isHeld() throws IOException {
        return Files.exists(kept()) && (turn.holds || !Scratch.isAbandoned(moment));
    }

    private void keepIfFile(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            keep(path);
        }
    }

    private void keep(List<Path> files) throws IOException {
        for (Path file : files) {
            keep(file);
        }
    }

    /** Only before the first change after the moment: what is kept stays. */
    private void keep(Path file) throws IOException {
        Path copy = kept().resolve(buckets.relativize(file));
        Files.createDirectories(copy.getParent());
        try {
            try {
                Files.createLink(copy, file);
            } catch (NoSuchFileException _) {
                Files.createFile(copy);
            }
        } catch (FileAlreadyExistsException _) {
            // kept before
        }
    }

    /** Within a turn: closing a file gives up what locks its process has on it. */
    @Override
    public void close() throws IOException {
        synchronized (turn) {
            gate.close();
        }
    }
}
