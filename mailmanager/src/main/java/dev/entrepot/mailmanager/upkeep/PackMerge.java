package dev.entrepot.mailmanager.upkeep;

import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.message.MessageStore.Stored;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.mailmanager.pack.FrameCursor;
import dev.entrepot.mailmanager.pack.PackRow;
import dev.entrepot.mailmanager.pack.PackStore;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.mailmanager.pack.WrittenPack;
import dev.entrepot.storage.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one pack of many small ones: the new pack is on the disk before the rows speak of it, in one transaction, and the old ones
 * go after that. Every message is hashed on its way.
 */
public final class PackMerge implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(PackMerge.class);

    private final Database database;
    private final Packs packs;

    public PackMerge(Database database, Packs packs) {
        this.database = database;
        this.packs = packs;
    }

    @Override
    public String name() {
        return "mailmanager-merge";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(BooleanSupplier closing) {
        for (ArchiveRow archive : database.read(ArchiveStore::all)) {
            for (List<PackRow> group :
                    MergeChoice.of(database.read(handle -> PackStore.list(handle, archive.number())))) {
                if (closing.getAsBoolean()) {
                    return;
                }
                try {
                    merge(archive, group);
                } catch (RuntimeException e) { // what cannot be read now stays as it is
                    LOG.warn("{} packs of archive {} could not be merged", group.size(), archive.id(), e);
                }
            }
        }
    }

    private void merge(ArchiveRow archive, List<PackRow> group) {
        List<Stored> messages = database.read(handle -> group.stream()
                .flatMap(pack -> MessageStore.inPack(handle, pack).stream())
                .toList());
        try (FrameCursor cursor = packs.cursor(archive)) {
            WrittenPack pack = packs.write(
                    archive,
                    messages.stream().map(message -> new Moved(message, cursor)).toList());
            database.writeBatch(handle -> {
                replace(handle, group, messages, pack);
                return pack;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        group.forEach(old -> packs.delete(archive, old.number()));
    }

    private static void replace(Handle handle, List<PackRow> group, List<Stored> messages, WrittenPack pack) {
        long written = 0;
        long live = 0;
        int count = 0;
        for (int i = 0; i < messages.size(); i++) {
            Stored message = messages.get(i);
            written += message.size();
            if (MessageStore.move(handle, message, pack.places().get(i))) {
                live += message.size();
                count++;
            }
        }
        group.forEach(old -> PackStore.remove(handle, old.number()));
        PackStore.add(
                handle,
                new PackRow(
                        pack.number(),
                        group.getFirst().archive(),
                        group.getFirst().month(),
                        pack.bytes(),
                        written,
                        live,
                        count,
                        group.stream().mapToLong(PackRow::first).min().orElseThrow(),
                        group.stream().mapToLong(PackRow::last).max().orElseThrow()));
    }

    /** A message on its way from one pack to another; it does not arrive with other bytes than it must have. */
    private record Moved(Stored message, FrameCursor cursor) implements Content {
        @Override
        public long size() {
            return message.size();
        }

        @Override
        public InputStream open() throws IOException {
            return message.hash().checking(cursor.open(message.place(), message.size()));
        }
    }
}
