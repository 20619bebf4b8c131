package dev.entrepot.mailmanager.upkeep;

import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.export.Exports;
import dev.entrepot.mailmanager.hold.HoldStore;
import dev.entrepot.mailmanager.message.MessageId;
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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
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
    private static final Duration LONGEST_EXPORT = Duration.ofHours(22);

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
            Retention.expired(archive.retention(), countedFrom(archive, now))
                    .ifPresent(until -> remove(archive, until, closing));
        }
        if (closing.getAsBoolean()) {
            return;
        }
        IndexedBlocks.removeEmpty(database, archive, closing);
        packs.deleteOrphans(archive, over ? now : now.minus(ORPHAN_AGE), this::isKnown);
        if (over) {
            IndexedBlocks.removeAll(database, archive);
        }
        if (over && database.<Boolean>write(handle -> removeArchive(handle, archive))) {
            LOG.info("Archive {} has been deleted for good", archive.id());
        }
    }

    /** What an export is about stays until it has been written, for nearly a day at most; nobody else finds it any more. */
    private Instant countedFrom(ArchiveRow archive, Instant now) {
        return database.read(handle -> Exports.readingSince(handle, archive))
                .map(since -> Collections.max(List.of(since, now.minus(LONGEST_EXPORT))))
                .orElse(now);
    }

    /** Not when a hold was placed at the last moment, after this sweep had looked. */
    private static boolean removeArchive(Handle handle, ArchiveRow archive) {
        ArchiveStore.take(handle, archive);
        if (HoldStore.isHeld(handle, archive.number())) {
            return false;
        }
        HoldStore.removeAll(handle, archive.number());
        ArchiveStore.remove(handle, archive);
        return true;
    }

    private boolean isKnown(long pack) {
        return database.read(handle -> PackStore.isThere(handle, pack));
    }

    private void remove(ArchiveRow archive, Instant until, BooleanSupplier closing) {
        long count = database.read(handle -> MessageStore.countFree(handle, archive.number(), until));
        if (count > 0) {
            LOG.info("Archive {}: {} messages received until {} will be removed", archive.id(), count, until);
            removeMessages(archive, until, closing);
        }
        database.writeBatch(handle -> PackStore.removeEmpty(handle, archive.number()))
                .forEach(pack -> packs.delete(archive, pack));
    }

    /** Goes through them once, so that those that are held are passed over once. */
    private void removeMessages(ArchiveRow archive, Instant until, BooleanSupplier closing) {
        Optional<MessageId> next = Optional.of(MessageId.FIRST);
        while (next.isPresent() && !closing.getAsBoolean()) {
            MessageId after = next.get();
            next = database.read(
                    handle -> MessageStore.skip(handle, archive.number(), after, until, MESSAGES_AT_A_TIME));
            next.ifPresent(last -> database.writeBatch(handle -> {
                ArchiveStore.take(handle, archive); // from here on nothing more is held
                MessageStore.removeFree(handle, archive.number(), after, last);
                return last;
            }));
        }
    }
}
