package dev.entrepot.mailmanager.pack;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads packs. */
public final class Packs {
    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

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

    /**
     * Deletes packs that no row speaks of, as a crash leaves them.
     *
     * @param until younger ones may be about to get their rows
     * @param known whether a row speaks of a pack
     */
    public void deleteOrphans(ArchiveRow archive, Instant until, LongPredicate known) {
        Optional<ObjectListing.After> after = Optional.of(ObjectListing.After.NOTHING);
        while (after.isPresent()) {
            ObjectListing page = objects.list(archive, after.get());
            for (StoredObject object : page.objects()) {
                long pack = PackObjects.number(archive, object.key());
                if (!object.lastModified().isAfter(until) && !known.test(pack)) {
                    objects.delete(archive, pack);
                    LOG.info("Pack {} belonged to nothing and has been deleted", object.key());
                }
            }
            after = page.next();
        }
    }
}
