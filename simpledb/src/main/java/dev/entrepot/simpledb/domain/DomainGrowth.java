package dev.entrepot.simpledb.domain;

import org.jdbi.v3.core.Handle;

/** By how much one write changes the figures in the domain's row. */
final class DomainGrowth {
    private long items;
    private long bytes;
    private long itemNameBytes;
    private long attributeNames;
    private long attributeNameBytes;
    private long pairs;
    private long valueBytes;
    private long unindexed;

    /** @param more 1 for an item that came, -1 for one that went */
    void item(String name, int more) {
        items += more;
        itemNameBytes += (long) more * ItemStore.bytes(name).length;
    }

    void documentBytes(long more) {
        bytes += more;
    }

    void attribute(String name, int more) {
        attributeNames += more;
        attributeNameBytes += (long) more * ItemStore.bytes(name).length;
    }

    void pair(int length, int more) {
        pairs += more;
        valueBytes += (long) more * length;
    }

    /** @param more bytes of documents that the index does not have yet */
    void unindexed(long more) {
        unindexed += more;
    }

    long unindexed() {
        return unindexed;
    }

    boolean isNone() {
        return (unindexed | items | bytes | itemNameBytes | attributeNames | attributeNameBytes | pairs | valueBytes)
                == 0;
    }

    /** Whether the domain has more of what a domain may have only so much of. */
    boolean isMore() {
        return pairs > 0 || itemNameBytes + attributeNameBytes + valueBytes > 0;
    }

    DomainStatistics write(Handle handle, long domainId) {
        return handle.createQuery("""
                        UPDATE simpledb_domain SET
                            items = items + :items, bytes = bytes + :bytes,
                            item_name_bytes = item_name_bytes + :itemNameBytes,
                            attribute_names = attribute_names + :attributeNames,
                            attribute_name_bytes = attribute_name_bytes + :attributeNameBytes,
                            pairs = pairs + :pairs, value_bytes = value_bytes + :valueBytes,
                            unindexed = unindexed + :unindexed
                        WHERE id = :domain
                        RETURNING items, item_name_bytes, attribute_names, attribute_name_bytes, pairs, value_bytes""")
                .bind("domain", domainId)
                .bind("items", items)
                .bind("bytes", bytes)
                .bind("itemNameBytes", itemNameBytes)
                .bind("attributeNames", attributeNames)
                .bind("attributeNameBytes", attributeNameBytes)
                .bind("pairs", pairs)
                .bind("valueBytes", valueBytes)
                .bind("unindexed", unindexed)
                .map(DomainStatistics.ROW)
                .one();
    }
}
