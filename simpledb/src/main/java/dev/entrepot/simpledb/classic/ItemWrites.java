package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.DomainWrite;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemImage;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Changes items: read, check, change and write back as one transaction, a whole batch or nothing of it. */
final class ItemWrites {
    private final Database database;
    private final DomainLimits limits;
    private final Settler settler;

    ItemWrites(Database database, DomainLimits limits, Settler settler) {
        this.database = database;
        this.limits = limits;
        this.settler = settler;
    }

    /** The change of one item. */
    record Change(String itemName, Condition condition, Consumer<Attributes> edit) {}

    void apply(Owner owner, String domainName, List<Change> changes) {
        OptionalLong overfull = database.write(handle -> {
            DomainWrite write =
                    DomainWrite.begin(handle, owner, domainName).orElseThrow(ClassicError.NO_SUCH_DOMAIN::with);
            changes.forEach(change -> apply(write, change));
            write.end().flatMap(limits::exceededBy).ifPresent(exceeded -> {
                throw new Refused(exceeded);
            });
            return write.overfull();
        });
        overfull.ifPresent(settler::relieve);
    }

    private static void apply(DomainWrite write, Change change) {
        Optional<ItemImage> before = write.find(change.itemName);
        Attributes attributes =
                before.map(ItemImage::document).map(ItemDocument::read).orElseGet(Attributes::new);
        change.condition.check(attributes);
        change.edit.accept(attributes);
        ItemRules.pairs(attributes);
        if (attributes.isEmpty()) {
            write.delete(change.itemName, before);
        } else {
            write.put(change.itemName, before, ItemDocument.write(change.itemName, attributes));
        }
    }
}
