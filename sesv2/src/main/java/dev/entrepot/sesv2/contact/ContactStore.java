package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.address.EmailAddress;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of contacts: one row a contact, in the order of list and address. */
public final class ContactStore {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String SELECT = """
            SELECT address, unsubscribe_all, preferences, attributes, created_at, updated_at FROM sesv2_contact
            WHERE list_id = :list AND address\s""";
    private static final String INSERT = """
            INSERT INTO sesv2_contact
                (list_id, address, unsubscribe_all, preferences, attributes, created_at, updated_at)
            VALUES (:list, :address, :unsubscribeAll, :preferences, :attributes, :createdAt, :updatedAt)
            ON CONFLICT (list_id, address)\s""";
    private static final RowMapper<ContactRow> ROW = (row, context) -> new ContactRow(
            row.getString("address"),
            row.getBoolean("unsubscribe_all"),
            new Preferences(row.getString("preferences")),
            Optional.ofNullable(row.getString("attributes")),
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "created_at", context),
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "updated_at", context));

    private ContactStore() {}

    public static Optional<ContactRow> find(Handle handle, long listId, EmailAddress address) {
        return handle.createQuery(SELECT + "= :address")
                .bind("list", listId)
                .bind("address", address.text())
                .map(ROW)
                .findOne();
    }

    /** Hands the contacts behind {@code after}, in the order of their addresses, to {@code reading}, some at a time. */
    public static <T> T scan(Handle handle, long listId, String after, Function<Iterator<ContactRow>, T> reading) {
        try (ResultIterator<ContactRow> contacts = handle.createQuery(SELECT + "> :after ORDER BY address")
                .bind("list", listId)
                .bind("after", after)
                .setFetchSize(ROWS_AT_A_TIME)
                .map(ROW)
                .iterator()) {
            return reading.apply(contacts);
        }
    }

    /** Adds a contact; returns false and changes nothing when it is there. */
    static boolean add(Handle handle, long listId, ContactRow contact) {
        return handle.createUpdate(INSERT + "DO NOTHING")
                        .bind("list", listId)
                        .bindMethods(contact)
                        .bind("preferences", contact.preferences().text())
                        .bindByType("attributes", contact.attributes().orElse(null), String.class)
                        .execute()
                == 1;
    }

    /**
     * Puts contacts in place of what is there under their addresses; only the time of creation stays. Quickest in the order of
     * the addresses; no address may be there twice.
     */
    public static void put(Handle handle, long listId, List<ContactRow> contacts) {
        PreparedBatch batch = handle.prepareBatch(INSERT + """
                DO UPDATE SET unsubscribe_all = excluded.unsubscribe_all, preferences = excluded.preferences,
                    attributes = excluded.attributes, updated_at = excluded.updated_at""");
        for (ContactRow contact : contacts) {
            batch.bind("list", listId)
                    .bindMethods(contact)
                    .bind("preferences", contact.preferences().text())
                    .bindByType("attributes", contact.attributes().orElse(null), String.class)
                    .add();
        }
        batch.execute();
    }

    /** Returns whether it was there. */
    static boolean delete(Handle handle, long listId, EmailAddress address) {
        return handle.execute("DELETE FROM sesv2_contact WHERE list_id = ? AND address = ?", listId, address.text())
                == 1;
    }
}
