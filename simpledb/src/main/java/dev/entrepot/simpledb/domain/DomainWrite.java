package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import dev.entrepot.storage.Owner;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * One write to a domain, within one transaction: items change, and with them what the rows of the domain and of its attributes
 * tell. The index follows later, see {@link Settler}.
 */
public final class DomainWrite {
    private final Handle handle;
    private final Domain domain;
    private final DomainGrowth growth = new DomainGrowth();
    private final AttributeGrowth attributes = new AttributeGrowth(growth);
    private final SortedMap<String, Optional<ItemImage>> former = new TreeMap<>(UTF8);

    private DomainWrite(Handle handle, Domain domain) {
        this.handle = handle;
        this.domain = domain;
    }

    /** Takes the next write number, and with it the domain's row until the transaction ends. */
    public static Optional<DomainWrite> begin(Handle handle, Owner owner, String domainName) {
        return DomainStore.beginWrite(handle, owner, domainName).map(domain -> new DomainWrite(handle, domain));
    }

    /** The item as it is now. */
    public Optional<ItemImage> find(String itemName) {
        return ItemStore.image(handle, domain.id(), itemName);
    }

    /** @param before what {@link #find} found; a document that is the same changes nothing, not even the item's version */
    public void put(String itemName, Optional<ItemImage> before, byte[] document) {
        if (before.isPresent() && Arrays.equals(before.get().document(), document)) {
            return;
        }
        ItemStore.put(handle, domain, itemName, document);
        if (before.isEmpty()) {
            growth.item(itemName, 1);
            Milestones.added(handle, domain.id(), itemName);
        }
        change(itemName, before, Optional.of(document));
    }

    /** @param before what {@link #find} found */
    public void delete(String itemName, Optional<ItemImage> before) {
        if (before.isPresent()) {
            ItemStore.delete(handle, domain, itemName);
            Milestones.removed(handle, domain.id(), itemName);
            growth.item(itemName, -1);
            change(itemName, before, Optional.empty());
        }
    }

    private void change(String itemName, Optional<ItemImage> image, Optional<byte[]> after) {
        Optional<byte[]> before = image.map(ItemImage::document);
        growth.documentBytes(length(after) - length(before));
        growth.unindexed(length(before) + length(after));
        attributes.between(before, after);
        former.putIfAbsent(itemName, image);
    }

    private static int length(Optional<byte[]> document) {
        return document.map(bytes -> bytes.length).orElse(0);
    }

    /**
     * Brings the rows of the domain and its attributes up to date; without it nothing that was written may be committed.
     *
     * @return what the domain has now, if this write made it larger
     */
    public Optional<DomainStatistics> end() {
        FormerItems.add(handle, domain, former);
        attributes.write(handle, domain.id());
        if (growth.isNone()) {
            return Optional.empty();
        }
        DomainStatistics statistics = growth.write(handle, domain.id());
        return growth.isMore() ? Optional.of(statistics) : Optional.empty();
    }

    /** The domain, if too much of it is unindexed now: then {@link Settler#relieve} is due when this write is committed. */
    public OptionalLong overfull() {
        return domain.unindexed() + growth.unindexed() >= Settler.MUCH
                ? OptionalLong.of(domain.id())
                : OptionalLong.empty();
    }
}
