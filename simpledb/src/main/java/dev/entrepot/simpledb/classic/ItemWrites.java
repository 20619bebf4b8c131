package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Changes items: read, check, change and write back as one transaction, a whole batch or nothing of it. */
final class ItemWrites {
    private final Database database;

    ItemWrites(Database database) {
        this.database = database;
    }

    /** The change of one item. */
    record Change(String itemName, Condition condition, Consumer<Attributes> edit) {}

    void apply(Owner owner, String domainName, List<Change> changes) {
        database.write(handle -> {
            Domain domain =
                    DomainStore.beginWrite(handle, owner, domainName).orElseThrow(ClassicError.NO_SUCH_DOMAIN::with);
            changes.forEach(change -> apply(handle, domain, change));
            return true;
        });
    }

    private static void apply(Handle handle, Domain domain, Change change) {
        Attributes attributes = ItemStore.find(handle, domain.id(), change.itemName)
                .map(ItemDocument::read)
                .orElseGet(Attributes::new);
        change.condition.check(attributes);
        change.edit.accept(attributes);
        ItemRules.pairs(attributes);
        if (attributes.isEmpty()) {
            ItemStore.delete(handle, domain, change.itemName);
        } else {
            ItemStore.put(handle, domain, change.itemName, ItemDocument.write(change.itemName, attributes));
        }
    }
}
