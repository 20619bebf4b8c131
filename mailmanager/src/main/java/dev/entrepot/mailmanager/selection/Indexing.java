package dev.entrepot.mailmanager.selection;

import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Brings messages into the index, a full block of an archive at a time, some seconds behind their arrival: until then searches read
 * them besides. A block is worked out beside all writes, and written in short transactions that others go between; it counts
 * once the last of them is done, and whoever is stopped midway begins anew.
 */
public final class Indexing implements RecurringWork {
    private static final int SLOTS_AT_A_TIME = 1_000;

    private final Database database;

    public Indexing(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "mailmanager-index";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(BooleanSupplier closing) {
        for (ArchiveRow archive : database.read(ArchiveStore::all)) {
            boolean more = archive.isActive();
            while (more && !closing.getAsBoolean()) {
                more = database.read(handle -> next(handle, archive))
                        .map(this::write)
                        .isPresent();
            }
        }
    }

    private static Optional<BlockContent> next(Handle handle, ArchiveRow archive) {
        long number = IndexStore.count(handle, archive);
        return number < Block.full(ArchiveStore.arrivals(handle, archive))
                ? Optional.of(BlockContent.read(handle, Block.of(archive, number)))
                : Optional.empty();
    }

    private Block write(BlockContent content) {
        List<IndexStore.SlotRow> slots = content.slots();
        for (int from = 0; from < slots.size(); from += SLOTS_AT_A_TIME) {
            List<IndexStore.SlotRow> some = slots.subList(from, Math.min(from + SLOTS_AT_A_TIME, slots.size()));
            database.writeBatch(handle -> {
                IndexStore.put(handle, content.block(), some);
                return some;
            });
        }
        database.writeBatch(handle -> {
            IndexStore.add(handle, content.indexed(), content.received());
            return content;
        });
        return content.block();
    }
}
