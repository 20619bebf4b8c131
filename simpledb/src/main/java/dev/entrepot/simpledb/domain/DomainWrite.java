package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.Owner;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One write to a domain, within one transaction: items change, and at its end what the domain's row tells of them. */
public final class DomainWrite {
    private final Handle handle;
    private final Domain domain;
    private long itemsMore;
    private long bytesMore;

    private DomainWrite(Handle handle, Domain domain) {
        this.handle = handle;
        this.domain = domain;
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
            itemsMore++;
            Milestones.added(handle, domain.id(), itemName);
        }
        bytesMore += document.length - length(before);
    }

    /** @param before what {@link #find} found */
    public void delete(String itemName, Optional<byte[]> before) {
        if (before.isPresent()) {
            ItemStore.delete(handle, domain, itemName);
            Milestones.removed(handle, domain.id(), itemName);
            itemsMore--;
            bytesMore -= length(before);
        }
    }

    private static int length(Optional<byte[]> document) {
        return document.map(bytes -> bytes.length).orElse(0);
    }

    /** Brings the domain's row up to date; without it nothing that was written may be committed. */
    public void end() {
        if (itemsMore != 0 || bytesMore != 0) {
            handle.createUpdate("UPDATE simpledb_domain SET items = items + ?, bytes = bytes + ? WHERE id = ?")
                    .bind(0, itemsMore)
                    .bind(1, bytesMore)
                    .bind(2, domain.id())
                    .execute();
        }
    }
}
