package dev.entrepot.simpledb.domain;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * An attribute that items of a domain have.
 *
 * @param pairs how many pairs have its name
 * @param items how many items have it
 */
public record IndexedAttribute(long id, long pairs, long items) {
    /** Empty when no item has it, also in the index. */
    public static Optional<IndexedAttribute> find(Handle handle, long domainId, String name) {
        return handle.createQuery("SELECT id, pairs, items FROM simpledb_attribute WHERE domain_id = ? AND name = ?")
                .bind(0, domainId)
                .bind(1, ItemStore.bytes(name))
                .map((row, context) -> new IndexedAttribute(row.getLong(1), row.getLong(2), row.getLong(3)))
                .findOne();
    }

    /** Whether no item has two values of it. */
    public boolean isSingleValued() {
        return pairs == items;
    }

    /** The attribute with so many more pairs and items; numbered when it is new. */
    static IndexedAttribute add(Handle handle, long domainId, String name, long pairs, long items) {
        return handle.createQuery("""
                        UPDATE simpledb_attribute SET pairs = pairs + ?, items = items + ?
                        WHERE domain_id = ? AND name = ? RETURNING id, pairs, items""")
                .bind(0, pairs)
                .bind(1, items)
                .bind(2, domainId)
                .bind(3, ItemStore.bytes(name))
                .map((row, context) -> new IndexedAttribute(row.getLong(1), row.getLong(2), row.getLong(3)))
                .findOne()
                .orElseGet(() ->
                        insert(handle, domainId, name, new IndexedAttribute(DomainStore.nextId(handle), pairs, items)));
    }

    private static IndexedAttribute insert(Handle handle, long domainId, String name, IndexedAttribute attribute) {
        handle.execute(
                "INSERT INTO simpledb_attribute (id, domain_id, name, pairs, items) VALUES (?, ?, ?, ?, ?)",
                attribute.id,
                domainId,
                ItemStore.bytes(name),
                attribute.pairs,
                attribute.items);
        return attribute;
    }

    /** Takes its row away unless an item or an entry of the index has it. */
    static void removeUnused(Handle handle, IndexedAttribute attribute) {
        handle.execute("""
                DELETE FROM simpledb_attribute WHERE id = ? AND pairs = 0
                AND NOT EXISTS (SELECT 1 FROM simpledb_value WHERE attribute_id = simpledb_attribute.id)""", attribute.id);
    }
}
