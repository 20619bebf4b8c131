package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.Owner;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of domains. Names are unique within an account and region. */
public final class DomainStore {
    private static final RowMapper<Domain> DOMAIN = (row, context) -> new Domain(
            row.getLong("id"),
            row.getString("name"),
            row.getLong("version"),
            row.getLong("items"),
            row.getLong("batch"),
            row.getLong("unindexed"));

    private DomainStore() {}

    /** An existing domain stays as it is. */
    public static void create(Handle handle, Owner owner, String name) {
        if (find(handle, owner, name).isPresent()) {
            return;
        }
        long id = nextId(handle);
        handle.createUpdate("""
                        INSERT INTO simpledb_domain (id, account, region, name)
                        VALUES (:id, :account, :region, :name)
                        ON CONFLICT (account, region, name) DO NOTHING""")
                .bind("id", id)
                .bind("account", owner.account())
                .bind("region", owner.region())
                .bind("name", name)
                .execute();
    }

    /** For a domain or an attribute; never given twice. */
    static long nextId(Handle handle) {
        return handle.createQuery("UPDATE simpledb_sequence SET last = last + 1 RETURNING last")
                .mapTo(Long.class)
                .one();
    }

    public static Optional<Domain> find(Handle handle, Owner owner, String name) {
        return handle.createQuery("""
                        SELECT id, name, version, items, batch, unindexed FROM simpledb_domain
                        WHERE account = ? AND region = ? AND name = ?""")
                .bind(0, owner.account())
                .bind(1, owner.region())
                .bind(2, name)
                .map(DOMAIN)
                .findOne();
    }

    /** Takes the next write number, and with it the domain's row until the transaction ends. */
    static Optional<Domain> beginWrite(Handle handle, Owner owner, String name) {
        return handle.createQuery("""
                        UPDATE simpledb_domain SET version = version + 1
                        WHERE account = ? AND region = ? AND name = ?
                        RETURNING id, name, version, items, batch, unindexed""")
                .bind(0, owner.account())
                .bind(1, owner.region())
                .bind(2, name)
                .map(DOMAIN)
                .findOne();
    }

    public static int count(Handle handle, Owner owner) {
        return handle.createQuery("SELECT count(*) FROM simpledb_domain WHERE account = ? AND region = ?")
                .bind(0, owner.account())
                .bind(1, owner.region())
                .mapTo(Integer.class)
                .one();
    }

    /** Names in the order of their bytes, those after {@code after} only. */
    public static List<String> list(Handle handle, Owner owner, String after, int limit) {
        return handle.createQuery("""
                        SELECT name FROM simpledb_domain
                        WHERE account = ? AND region = ? AND name > ? ORDER BY name LIMIT ?""")
                .bind(0, owner.account())
                .bind(1, owner.region())
                .bind(2, after)
                .bind(3, limit)
                .mapTo(String.class)
                .list();
    }

    /** Takes the domain away at once; its items stay for the job that removes them. */
    public static void drop(Handle handle, Domain domain) {
        handle.execute("DELETE FROM simpledb_domain WHERE id = ?", domain.id());
        handle.execute("DELETE FROM simpledb_milestone WHERE domain_id = ?", domain.id());
        handle.execute("DELETE FROM simpledb_settling WHERE domain_id = ?", domain.id());
        handle.execute("DELETE FROM simpledb_cutoff WHERE domain_id = ?", domain.id());
    }
}
