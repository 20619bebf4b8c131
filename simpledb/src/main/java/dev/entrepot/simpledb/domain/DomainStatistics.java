package dev.entrepot.simpledb.domain;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What DomainMetadata tells (SimpleDB dossier, section 3.8), counted as it is written: sizes are bytes of UTF-8, attribute names
 * count once, values as often as there are pairs.
 */
public record DomainStatistics(
        long itemCount,
        long itemNamesBytes,
        long attributeNameCount,
        long attributeNamesBytes,
        long attributeValueCount,
        long attributeValuesBytes) {
    static final RowMapper<DomainStatistics> ROW = (row, context) -> new DomainStatistics(
            row.getLong("items"),
            row.getLong("item_name_bytes"),
            row.getLong("attribute_names"),
            row.getLong("attribute_name_bytes"),
            row.getLong("pairs"),
            row.getLong("value_bytes"));

    public static DomainStatistics of(Handle handle, long domainId) {
        return handle.createQuery("""
                        SELECT items, item_name_bytes, attribute_names, attribute_name_bytes, pairs, value_bytes
                        FROM simpledb_domain WHERE id = ?""").bind(0, domainId).map(ROW).one();
    }

    /** All that a domain's size counts. */
    public long bytes() {
        return itemNamesBytes + attributeNamesBytes + attributeValuesBytes;
    }
}
