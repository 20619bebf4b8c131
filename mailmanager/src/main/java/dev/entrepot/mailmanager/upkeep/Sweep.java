package dev.entrepot.mailmanager.upkeep;

import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.export.Exports;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.pack.PackStore;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.mailmanager.selection.IndexedBlocks;
import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes messages whose retention is over, and archives whose thirty days are (dossier, sections 2.7 and 2.8): rows first, then packs. */
public final class Sweep implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int MESSAGES_AT_A_TIME = 5_000;
    /** After every message. */
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(1L << 50);
    /** By then whoever was writing a pack has committed its rows, or is dead. */
    private static final Duration ORPHAN_AGE = Duration.ofDays(1);

    /** Expired mail is off the disk within a day (dossier, section 2.7). */
    private static final Duration LONGEST_HOLD = Duration.ofHours(22);

    private final Database database;
    private final Packs packs;
    private final InstantSource clock;

    public Sweep(Database database, Packs packs, InstantSource clock) {
        this.database = database;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mailmanager-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(BooleanSupplier closing) {
        for (ArchiveRow archive : database.read(ArchiveStore::all)) {
            if (closing.getAsBoolean()) {
                return;
            }
            try {
                sweep(archive, closing);
            } catch (RuntimeException e) { // a disabled key of one archive must not keep the others
                LOG.warn("Archive {} could not be swept", archive.id(), e);
            }
        }
    }

    private void sweep(ArchiveRow archive, BooleanSupplier closing) {
        Instant now = clock.instant();
        boolean over = archive.deletedAt().map(at -> !at.isAfter(now)).orElse(false);
        if (over) {
            remove(archive, END_OF_TIME, closing);
        } else {
            Retention.expired(archive.retention(), held(archive, now))
                    .ifPresent(until -> remove(archive, until, closing));
        }
        if (closing.getAsBoolean()) {
            return;
        }
        IndexedBlocks.removeEmpty(database, archive, closing);
        packs.deleteOrphans(archive, over ? now : now.minus(ORPHAN_AGE), this::isKnown);
        if (over) {
            IndexedBlocks.removeAll(database, archive);
            database.write(handle -> {
                ArchiveStore.remove(handle, archive);
                return archive;
            });
            LOG.info("Archive {} has been deleted for good", archive.id());
        }
    }

    /** What an export is about stays until it has been written, for nearly a day at most; nobody else finds it any more. */
    private Instant held(ArchiveRow archive, Instant now) {
        return database.read(handle -> Exports.readingSince(handle, archive))
                .map(since -> Collections.max(List.of(since, now.minus(LONGEST_HOLD))))
                .orElse(now);
    }

    private boolean isKnown(long pack) {
        return database.read(handle -> PackStore.isThere(handle, pack));
    }

    private void remove(ArchiveRow archive, Instant until, BooleanSupplier closing) {
        long count = database.read(handle -> MessageStore.count(handle, archive.number(), until));
        if (count > 0) {
            LOG.info("Archive {}: {} messages received until {} will be removed", archive.id(), count, until);
        }
        while (count > 0 && !closing.getAsBoolean()) {
            count = database.writeBatch(
                    handle -> MessageStore.remove(handle, archive.number(), until, MESSAGES_AT_A_TIME));
        }
        database.writeBatch(handle -> PackStore.removeEmpty(handle, archive.number()))
                .forEach(pack -> packs.delete(archive, pack));
    }
}
