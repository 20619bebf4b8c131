package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.KeyOrder.UTF8_BYTES;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Visits a bucket's keys in UTF-8 byte order. Of each directory only the next few thousand names are held at a time, so memory
 * does not grow with the bucket; a flat directory of very many objects is read again for each such batch.
 */
final class KeyWalk {
    private static final int BATCH = 4096;

    private final Path root;
    private final String prefix;
    private final Visitor visitor;
    private String after;
    private String done;
    private String skipped = "";

    /** Called for each key. */
    interface Visitor {
        /** @return whether to go on */
        boolean visit(String key, Path file) throws IOException;
    }

    KeyWalk(Path root, String prefix, ObjectListing.After start, Visitor visitor) {
        this.root = root;
        this.prefix = prefix;
        this.after = start.key();
        this.done = start.wholePrefix() ? start.key() : "";
        this.visitor = visitor;
    }

    void run() throws IOException {
        String start = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        walk(KeyPath.directory(root, start), start);
    }

    /** From now on passes over the keys that start with this; a visitor may call it. */
    void skip(String keyPrefix) {
        skipped = keyPrefix;
    }

    /** @param name the whole key of an object, or what all keys below a directory start with */
    private record Entry(String name, Path path, boolean isObject) {
        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::name, UTF8_BYTES);
    }

    private boolean walk(Path directory, String directoryPrefix) throws IOException {
        while (true) {
            var entries = nextBatch(directory, directoryPrefix);
            for (Entry entry : entries) {
                if (!skipped.isEmpty() && entry.name.startsWith(skipped)) {
                    continue;
                }
                boolean goOn = entry.isObject ? visitor.visit(entry.name, entry.path) : walk(entry.path, entry.name);
                if (!goOn) {
                    return false;
                }
            }
            if (entries.size() < BATCH) {
                return true;
            }
            passed(entries.getLast());
        }
    }

    /** Everything up to and in this entry has been visited. */
    private void passed(Entry entry) {
        after = entry.name;
        done = entry.isObject ? "" : entry.name;
    }

    private List<Entry> nextBatch(Path directory, String directoryPrefix) throws IOException {
        var smallest = new PriorityQueue<>(Entry.ORDER.reversed());
        read(directory, directoryPrefix, "", smallest);
        var entries = new ArrayList<>(smallest);
        entries.sort(Entry.ORDER);
        return entries;
    }

    private void read(Path directory, String directoryPrefix, String begun, PriorityQueue<Entry> smallest)
            throws IOException {
        try (var paths = Files.newDirectoryStream(directory)) {
            for (Path path : paths) {
                String fileName = path.getFileName().toString();
                String encoded = begun + KeyPath.piece(fileName);
                if (KeyPath.goesOn(fileName)) {
                    read(path, directoryPrefix, encoded, smallest);
                    continue;
                }
                boolean isObject = KeyPath.isObject(fileName);
                String name = directoryPrefix + KeyPath.decode(encoded) + (isObject ? "" : "/");
                if (isWanted(name, isObject)) {
                    smallest.add(new Entry(name, path, isObject));
                    if (smallest.size() > BATCH) {
                        smallest.remove();
                    }
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            // deleted while it was being listed
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private boolean isWanted(String name, boolean isObject) {
        if (!done.isEmpty() && name.startsWith(done)) {
            return false;
        }
        if (isObject) {
            return name.startsWith(prefix) && UTF8_BYTES.compare(name, after) > 0;
        }
        return (name.startsWith(prefix) || prefix.startsWith(name))
                && (after.startsWith(name) || UTF8_BYTES.compare(name, after) > 0);
    }
}
