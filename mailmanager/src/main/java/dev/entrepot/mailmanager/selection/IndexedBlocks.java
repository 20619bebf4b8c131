package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.storage.database.Database;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Takes out of the index what it need not hold any more, a block a transaction. */
public final class IndexedBlocks {
    private IndexedBlocks() {}

    /** Those of which no message is left; the last one stays, to tell how far the index has come. */
    public static void removeEmpty(Database database, ArchiveRow archive, BooleanSupplier closing) {
        List<IndexStore.Indexed> blocks = database.read(handle -> IndexStore.list(handle, archive));
        for (IndexStore.Indexed indexed : blocks.subList(0, Math.max(0, blocks.size() - 1))) {
            Block block = indexed.block();
            boolean empty = database.read(handle -> !MessageStore.anyBetween(handle, block.first(), block.last()));
            if (empty && !closing.getAsBoolean()) {
                remove(database, block);
            }
        }
    }

    /** Once the archive is gone. */
    public static void removeAll(Database database, ArchiveRow archive) {
        database.read(handle -> IndexStore.list(handle, archive)).forEach(indexed -> remove(database, indexed.block()));
    }

    private static void remove(Database database, Block block) {
        database.writeBatch(handle -> {
            IndexStore.remove(handle, block);
            return block;
        });
    }
}
