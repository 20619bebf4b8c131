package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.Tag;
import dev.entrepot.sesv2.contract.Topic;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of contact lists. Names are unique within an account and region. */
public final class ContactListStore {
    private static final String SELECT = """
            SELECT id, name, description, topics, tags, created_at, updated_at FROM sesv2_contact_list
            WHERE account = :account AND region = :region AND name\s""";
    private static final RowMapper<ContactListRow> ROW = (row, context) -> new ContactListRow(
            row.getLong("id"),
            row.getString("name"),
            Optional.ofNullable(row.getString("description")),
            ContactListColumns.topics(row.getString("topics")),
            ContactListColumns.tags(row.getString("tags")),
            Columns.instant(row.getLong("created_at")),
            Columns.instant(row.getLong("updated_at")));

    private ContactListStore() {}

    public static Optional<ContactListRow> find(Handle handle, Owner owner, String name) {
        return handle.createQuery(SELECT + "= :name")
                .bindMethods(owner)
                .bind("name", name)
                .map(ROW)
                .findOne();
    }

    /** In the order of their names, those behind {@code after} only. */
    static List<ContactListRow> list(Handle handle, Owner owner, String after, int limit) {
        return handle.createQuery(SELECT + "> :after ORDER BY name LIMIT :limit")
                .bindMethods(owner)
                .bind("after", after)
                .bind("limit", limit)
                .map(ROW)
                .list();
    }

    static int count(Handle handle, Owner owner) {
        return handle.createQuery(
                        "SELECT count(*) FROM sesv2_contact_list WHERE account = :account AND region = :region")
                .bindMethods(owner)
                .mapTo(int.class)
                .one();
    }

    /** The name must be free. */
    static void add(
            Handle handle,
            Owner owner,
            String name,
            Optional<String> description,
            List<Topic> topics,
            List<Tag> tags,
            Instant now) {
        long id = handle.createQuery("UPDATE sesv2_sequence SET last = last + 1 RETURNING last")
                .mapTo(long.class)
                .one();
        handle.createUpdate("""
                        INSERT INTO sesv2_contact_list
                            (id, account, region, name, description, topics, tags, created_at, updated_at)
                        VALUES (:id, :account, :region, :name, :description, :topics, :tags, :now, :now)""")
                .bind("id", id)
                .bindMethods(owner)
                .bind("name", name)
                .bindByType("description", description.orElse(null), String.class)
                .bind("topics", ContactListColumns.topics(topics))
                .bind("tags", ContactListColumns.tags(tags))
                .bind("now", now)
                .execute();
    }

    static void update(Handle handle, long id, Optional<String> description, List<Topic> topics, Instant now) {
        handle.createUpdate("""
                        UPDATE sesv2_contact_list SET description = :description, topics = :topics, updated_at = :now
                        WHERE id = :id""")
                .bind("id", id)
                .bindByType("description", description.orElse(null), String.class)
                .bind("topics", ContactListColumns.topics(topics))
                .bind("now", now)
                .execute();
    }

    static void setTags(Handle handle, long id, List<Tag> tags) {
        handle.createUpdate("UPDATE sesv2_contact_list SET tags = :tags WHERE id = :id")
                .bind("id", id)
                .bind("tags", ContactListColumns.tags(tags))
                .execute();
    }

    /** Keeps the list from being taken away before the transaction ends; returns false when it is gone. */
    public static boolean hold(Handle handle, long id) {
        return handle.execute("UPDATE sesv2_contact_list SET id = id WHERE id = ?", id) == 1;
    }

    /** Takes the list away at once; its contacts stay for the job that removes them. */
    static void drop(Handle handle, long id) {
        handle.execute("DELETE FROM sesv2_contact_list WHERE id = ?", id);
    }
}
