package dev.entrepot.mailmanager.addresslist;

import dev.entrepot.mailmanager.resource.ResourceNumber;
import dev.entrepot.mailmanager.resource.TagStore;
import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of address lists. Names are unique within an account and region. */
public final class AddressListStore {
    private static final RowMapper<AddressListRow> LIST = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new AddressListRow(
                row.getLong("number"),
                new Owner(row.getString("account"), row.getString("region")),
                row.getString("id"),
                row.getString("name"),
                instants.map(row, "created_at", context),
                instants.map(row, "updated_at", context),
                row.getInt("members"));
    };

    private AddressListStore() {}

    public static Optional<AddressListRow> find(Handle handle, Owner owner, String id) {
        return handle.createQuery("""
                        SELECT * FROM mail_address_list WHERE account = :account AND region = :region AND id = :id""")
                .bindMethods(owner)
                .bind("id", id)
                .map(LIST)
                .findOne();
    }

    /** In the order they were made. */
    static List<AddressListRow> list(Handle handle, Owner owner, long afterNumber, int limit) {
        return handle.createQuery("""
                        SELECT * FROM mail_address_list
                        WHERE account = :account AND region = :region AND number > :after
                        ORDER BY number LIMIT :limit""")
                .bindMethods(owner)
                .bind("after", afterNumber)
                .bind("limit", limit)
                .map(LIST)
                .list();
    }

    static int count(Handle handle, Owner owner) {
        return handle.createQuery(
                        "SELECT count(*) FROM mail_address_list WHERE account = :account AND region = :region")
                .bindMethods(owner)
                .mapTo(Integer.class)
                .one();
    }

    static boolean isTaken(Handle handle, Owner owner, String name) {
        return handle.createQuery("""
                        SELECT 1 FROM mail_address_list
                        WHERE account = :account AND region = :region AND name = :name""")
                .bindMethods(owner)
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The name must be free. */
    static void add(Handle handle, Owner owner, String id, String name, Instant now) {
        handle.createUpdate("""
                        INSERT INTO mail_address_list (number, account, region, id, name, created_at, updated_at)
                        VALUES (:number, :account, :region, :id, :name, :now, :now)""")
                .bindMethods(owner)
                .bind("number", ResourceNumber.next(handle))
                .bind("id", id)
                .bind("name", name)
                .bind("now", now)
                .execute();
    }

    /**
     * The list as it stands, and will until the transaction ends: whoever changes its members takes it first. Nothing when it is
     * gone.
     */
    public static Optional<AddressListRow> take(Handle handle, long number) {
        return handle.createQuery("UPDATE mail_address_list SET number = number WHERE number = ? RETURNING *")
                .bind(0, number)
                .map(LIST)
                .findOne();
    }

    /** So many members have come, or have gone where it is negative. */
    static void grow(Handle handle, AddressListRow list, int members, Instant now) {
        handle.createUpdate("UPDATE mail_address_list SET members = members + ?, updated_at = ? WHERE number = ?")
                .bind(0, members)
                .bind(1, now)
                .bind(2, list.number())
                .execute();
    }

    /** Takes the list away at once; its members stay for the job that removes them. */
    static void drop(Handle handle, AddressListRow list) {
        TagStore.removeAll(handle, list.id());
        handle.execute("DELETE FROM mail_address_list WHERE number = ?", list.number());
    }
}
