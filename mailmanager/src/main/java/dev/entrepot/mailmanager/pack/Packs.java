package dev.entrepot.mailmanager.pack;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes and reads packs. */
public final class Packs {
    /** The most a pack is given, so that even what does not compress stays below 64 MB. */
    public static final long MOST_BYTES = 60 << 20;

    private final PackObjects objects;

    public Packs(PackObjects objects) {
        this.objects = objects;
    }

    /**
     * Writes a new pack; on return it is on the disk.
     *
     * @throws UncheckedIOException when a content cannot be read
     * @throws dev.entrepot.storage.objects.ObjectRequestFailed when the store is unwell or the archive's key cannot be used
     */
    public WrittenPack write(ArchiveRow archive, List<? extends Content> contents) {
        long number = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        try (var stream = new PackStream(number, contents.iterator())) {
            long bytes = objects.put(archive, number, stream);
            return new WrittenPack(number, bytes, stream.places());
        } catch (IOException e) {
            throw new UncheckedIOException("A pack could not be made", e);
        }
    }

    /** Reads messages of one archive, best in the order they are in. */
    public FrameCursor cursor(ArchiveRow archive) {
        return new FrameCursor(objects, archive);
    }

    /** Once no row speaks of it any more. */
    public void delete(ArchiveRow archive, long pack) {
        objects.delete(archive, pack);
    }
}
