package dev.entrepot.storage.objects;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * All files of an object store as they were at one moment, while any process goes on changing them. One at a time can be held
 * of a store; should its process die, the next who opens the store clears what was kept for it.
 */
public final class StoreMoment implements AutoCloseable {
    private final Path buckets;
    private final Changes changes;
    private final FileChannel lock;

    private StoreMoment(Path buckets, Changes changes, FileChannel lock) {
        this.buckets = buckets;
        this.changes = changes;
        this.lock = lock;
    }

    /** Is handed each file once or, with the same bytes, twice. */
    public interface Visitor {
        /**
         * @param path below the store's directory of buckets
         * @param file open, and the visitor's to close
         */
        void visit(Path path, FileChannel file) throws IOException;
    }

    /**
     * Gets ready to hold a moment.
     *
     * @param store the directory that {@link EmbeddedObjectStore#open} takes
     * @throws MomentHeld when another is held
     */
    public static StoreMoment of(Path store) throws IOException {
        Files.createDirectories(store.resolve("buckets"));
        var changes = new Changes(store);
        try {
            Files.createDirectories(changes.moment());
            return new StoreMoment(store.resolve("buckets"), changes, lock(store, changes));
        } catch (IOException | RuntimeException e) {
            changes.close();
            throw e;
        }
    }

    private static FileChannel lock(Path store, Changes changes) throws IOException {
        changes.clear();
        if (Files.exists(changes.kept())) {
            throw new MomentHeld(store);
        }
        var lock = FileChannel.open(changes.moment().resolve(Scratch.LOCK_FILE), CREATE, WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new MomentHeld(store);
        }
        return lock;
    }

    /** What else belongs to a moment. */
    public interface Work {
        void run() throws IOException;
    }

    /** Makes it now, and runs {@code work} in it: nobody changes anything until that returns. */
    public void hold(Work work) throws IOException {
        changes.alone(() -> {
            changes.hold();
            work.run();
        });
    }

    /** How many bytes all files have, about: those of now. */
    public long bytes() throws IOException {
        var bytes = new LongAdder();
        walk(buckets, (_, file) -> bytes.add(Files.size(file)));
        return bytes.sum();
    }

    /** All files of the moment, in no order. */
    public void visit(Visitor visitor) throws IOException {
        walk(buckets, (path, file) -> {
            var open = FileChannel.open(file, READ);
            // Looked at after opening: whoever has changed the file before that has kept it before.
            if (Files.exists(changes.kept().resolve(path))) {
                open.close();
            } else {
                visitor.visit(path, open);
            }
        });
        walk(changes.kept(), (path, file) -> {
            if (Files.size(file) > 0) {
                visitor.visit(path, FileChannel.open(file, READ));
            }
        });
    }

    private interface FileWork {
        void run(Path path, Path file) throws IOException;
    }

    private static void walk(Path root, FileWork work) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    work.run(root.relativize(file), file);
                } catch (NoSuchFileException _) {
                    // deleted meanwhile, and so kept
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                return failure instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.postVisitDirectory(directory, failure);
            }
        });
    }

    /** Lets go of the moment. */
    @Override
    public void close() throws IOException {
        Path over = changes.moment().resolve("over");
        changes.alone(() -> {
            if (Files.exists(changes.kept())) {
                changes.end(over);
            }
        });
        if (Files.exists(over)) {
            Scratch.deleteTree(over);
        }
        lock.close();
        changes.close();
    }
}
