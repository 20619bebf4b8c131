package dev.entrepot.storage.objects;

import dev.entrepot.storage.durable.Durability;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Puts drafts under their names and takes names away, durably. A rename is acknowledged only when its directory and every directory
 * above it that is new have been forced; directories left empty are removed.
 *
 * <p>Writers of a bucket share its lock; who removes directories has it alone, so that none vanishes between a rename and its force.
 */
final class KeyTree {
    private static final int STRIPES = 64;
    private static final int MAX_KNOWN_DIRECTORIES = 10_000;
    private static final int ATTEMPTS = 3;
    /** So many renames others wait for. */
    private static final int AT_ONCE = 50;

    private final Changes changes;
    private final Durability durability;
    private final ReadWriteLock[] bucketLocks = new ReadWriteLock[STRIPES];

    /** Directories whose own entries, up to the bucket, have been forced. */
    private final Set<Path> durableDirectories = ConcurrentHashMap.newKeySet();

    KeyTree(Changes changes, Durability durability) {
        this.changes = changes;
        this.durability = durability;
        Arrays.setAll(bucketLocks, _ -> new ReentrantReadWriteLock());
    }

    /** A file and the name it is to have. */
    private record Move(NewFile draft, Path file, WriteCondition condition) {
        void run() throws IOException {
            check(file, condition);
            draft.move(file);
        }
    }

    /** Renames the draft to its key's file. */
    void publish(Bucket bucket, Draft draft, WriteCondition condition) throws IOException {
        Path file = KeyPath.file(bucket.objects(), draft.object().key());
        publish(bucket, bucket.objects(), draft.file(), file, condition);
    }

    /**
     * Gives the draft its name, {@code file} below {@code top}.
     *
     * @throws NoSuchFileException when {@code top} is gone
     */
    void publish(Bucket bucket, Path top, NewFile draft, Path file, WriteCondition condition) throws IOException {
        publish(bucket, top, List.of(new Move(draft, file, condition)));
    }

    /** Renames many drafts to their keys' files, forcing each directory once. */
    void publish(Bucket bucket, List<Draft> drafts) throws IOException {
        List<Move> moves = drafts.stream()
                .map(draft -> new Move(
                        draft.file(),
                        KeyPath.file(bucket.objects(), draft.object().key()),
                        WriteCondition.NONE))
                .toList();
        publish(bucket, bucket.objects(), moves);
    }

    private void publish(Bucket bucket, Path top, List<Move> moves) throws IOException {
        var lock = bucketLock(bucket).readLock();
        lock.lock();
        try {
            for (int first = 0; first < moves.size(); first += AT_ONCE) {
                place(top, moves.subList(first, Math.min(first + AT_ONCE, moves.size())));
            }
            for (Path directory : directories(moves)) {
                durability.directory(directory);
            }
        } finally {
            lock.unlock();
        }
    }

    private static Set<Path> directories(Collection<Move> moves) {
        var directories = new LinkedHashSet<Path>();
        moves.forEach(move -> directories.add(move.file().getParent()));
        return directories;
    }

    private void place(Path top, List<Move> moves) throws IOException {
        var open = new ArrayDeque<>(moves);
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            try {
                for (Path directory : directories(open)) {
                    makeDurable(top, directory);
                }
                changes.change(open.stream().map(Move::file).toList(), () -> {
                    while (!open.isEmpty()) {
                        open.getFirst().run();
                        open.removeFirst();
                    }
                });
            } catch (NoSuchFileException e) {
                // Another process has removed a directory that it found empty, or the whole bucket.
                durableDirectories.clear();
                if (attempt == ATTEMPTS || !Files.isDirectory(top)) {
                    throw e;
                }
            }
        }
    }

    /** Deletes the keys' files, forcing each directory once. */
    void delete(Bucket bucket, Collection<String> keys, WriteCondition condition) throws IOException {
        var directories = new LinkedHashSet<Path>();
        for (String key : keys) {
            Path file = KeyPath.file(bucket.objects(), key);
            changes.change(List.of(file), () -> {
                check(file, condition);
                if (Files.deleteIfExists(file)) {
                    directories.add(file.getParent());
                }
            });
        }
        for (Path directory : directories) {
            forceRemoval(directory);
        }
        for (Path directory : directories) {
            removeIfEmpty(bucket, directory);
        }
    }

    /** Where another has meanwhile removed the empty directory, that removal is what must last. */
    private void forceRemoval(Path directory) throws IOException {
        try {
            durability.directory(directory);
        } catch (NoSuchFileException _) {
            forceRemoval(directory.getParent());
        }
    }

    /** Runs {@code work} while nobody writes to the bucket. */
    void alone(Bucket bucket, DirectoryWork work) throws IOException {
        var lock = bucketLock(bucket).writeLock();
        lock.lock();
        try {
            durableDirectories.removeIf(directory -> directory.startsWith(bucket.directory()));
            work.run();
        } finally {
            lock.unlock();
        }
    }

    interface DirectoryWork {
        void run() throws IOException;
    }

    private void makeDurable(Path top, Path directory) throws IOException {
        if (directory.equals(top) || durableDirectories.contains(directory)) {
            return;
        }
        Path parent = directory.getParent();
        makeDurable(top, parent);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException _) {
            // whoever made it may not have forced it yet
        }
        durability.directory(parent);
        if (durableDirectories.size() >= MAX_KNOWN_DIRECTORIES) {
            durableDirectories.clear();
        }
        durableDirectories.add(directory);
    }

    private static void check(Path file, WriteCondition condition) throws IOException {
        if (!(condition instanceof WriteCondition.None)) {
            condition.check(current(file));
        }
    }

    private static Optional<StoredObject> current(Path file) throws IOException {
        try {
            return Optional.of(ObjectFile.footer(file).object());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private void removeIfEmpty(Bucket bucket, Path directory) throws IOException {
        if (directory.equals(bucket.objects()) || !isEmpty(directory)) {
            return;
        }
        alone(bucket, () -> {
            Path empty = directory;
            try {
                while (!empty.equals(bucket.objects())) {
                    Files.delete(empty);
                    empty = empty.getParent();
                }
            } catch (DirectoryNotEmptyException | NoSuchFileException _) {
                // in use again, or removed by another
            }
        });
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private ReadWriteLock bucketLock(Bucket bucket) {
        return bucketLocks[Math.floorMod(bucket.name().hashCode(), STRIPES)];
    }
}
