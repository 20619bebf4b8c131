package dev.entrepot.simpledb.domain;

import dev.entrepot.jobs.RowRemoval;
import java.time.InstantSource;
import java.util.List;

/** What takes the rows of a deleted domain out of their tables; the domain's own row is gone at once. */
public final class DomainRemoval {
    /** The index is found by the attributes, so these go last. */
    private static final List<String> DELETES = List.of(
            RowRemoval.rowsOf("simpledb_item", "domain_id", "name"),
            """
            DELETE FROM simpledb_former_item WHERE (domain_id, batch, name) IN
            (SELECT domain_id, batch, name FROM simpledb_former_item WHERE domain_id = :parent LIMIT :limit)""",
            """
            DELETE FROM simpledb_value WHERE (attribute_id, value, item) IN
            (SELECT v.attribute_id, v.value, v.item
             FROM simpledb_attribute a JOIN simpledb_value v ON v.attribute_id = a.id
             WHERE a.domain_id = :parent LIMIT :limit)""",
            RowRemoval.rowsOf("simpledb_attribute", "domain_id", "id"));

    private DomainRemoval() {}

    public static RowRemoval kind(InstantSource clock) {
        return new RowRemoval("simpledb-domain-removal", clock, DELETES);
    }
}
