package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.Owner;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One write to a domain, within one transaction: items change, and with them the index and what the domain's row tells. */
public final class DomainWrite {
    private final Handle handle;
    private final Domain domain;
    private final DomainGrowth growth = new DomainGrowth();
    private final IndexChanges index;

    private DomainWrite(Handle handle, Domain domain) {
        this.handle = handle;
        this.domain = domain;
        this.index = new IndexChanges(handle, domain.id(), growth);
    }

    /** Takes the next write number, and with it the domain's row until the transaction ends. */
    public static Optional<DomainWrite> begin(Handle handle, Owner owner, String domainName) {
        return DomainStore.beginWrite(handle, owner, domainName).map(domain -> new DomainWrite(handle, domain));
    }

    /** The item's document as it is now. */
    public Optional<byte[]> find(String itemName) {
        return ItemStore.find(handle, domain.id(), itemName);
    }

    /** @param before what {@link #find} found */
    public void put(String itemName, Optional<byte[]> before, byte[] document) {
        ItemStore.put(handle, domain, itemName, document);
        if (before.isEmpty()) {
            growth.item(itemName, 1);
            Milestones.added(handle, domain.id(), itemName);
        }
        change(itemName, before, Optional.of(document));
    }

    /** @param before what {@link #find} found */
    public void delete(String itemName, Optional<byte[]> before) {
        if (before.isPresent()) {
            ItemStore.delete(handle, domain, itemName);
            Milestones.removed(handle, domain.id(), itemName);
            growth.item(itemName, -1);
            change(itemName, before, Optional.empty());
        }
    }

    private void change(String itemName, Optional<byte[]> before, Optional<byte[]> after) {
        growth.documentBytes(length(after) - length(before));
        index.item(itemName, pairs(before), pairs(after));
    }

    private static int length(Optional<byte[]> document) {
        return document.map(bytes -> bytes.length).orElse(0);
    }

    private static List<AttributeValue> pairs(Optional<byte[]> document) {
        return document.map(ItemDocument::pairs).orElse(List.of());
    }

    /**
     * Brings the index and the domain's row up to date; without it nothing that was written may be committed.
     *
     * @return what the domain has now, if this write made it larger
     */
    public Optional<DomainStatistics> end() {
        index.write();
        if (growth.isNone()) {
            return Optional.empty();
        }
        DomainStatistics statistics = growth.write(handle, domain.id());
        return growth.isMore() ? Optional.of(statistics) : Optional.empty();
    }
}
