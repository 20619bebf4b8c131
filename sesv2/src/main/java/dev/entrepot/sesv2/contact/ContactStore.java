package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.storage.database.Columns;
import dev.entrepot.storage.database.WriteFailed;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;

/** The table of contacts: one row a contact, in the order of list and address. */
public final class ContactStore {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String SELECT = """
            SELECT address, unsubscribe_all, preferences, attributes, created_at, updated_at FROM sesv2_contact
            WHERE list_id = :list AND address\s""";
    private static final String PUT = """
            INSERT INTO sesv2_contact
                (list_id, address, unsubscribe_all, preferences, attributes, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (list_id, address)
            DO UPDATE SET unsubscribe_all = excluded.unsubscribe_all, preferences = excluded.preferences,
                attributes = excluded.attributes, updated_at = excluded.updated_at""";
    /** By position: a listing may look at a million rows. */
    private static final RowMapper<ContactRow> ROW = (row, context) -> new ContactRow(
            row.getString(1),
            row.getBoolean(2),
            new Preferences(row.getString(3)),
            Optional.ofNullable(row.getString(4)),
            Columns.instant(row.getLong(5)),
            Columns.instant(row.getLong(6)));

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
        return handle.createUpdate("""
                        INSERT INTO sesv2_contact
                            (list_id, address, unsubscribe_all, preferences, attributes, created_at, updated_at)
                        VALUES (:list, :address, :unsubscribeAll, :preferences, :attributes, :createdAt, :updatedAt)
                        ON CONFLICT (list_id, address) DO NOTHING""")
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
        try (PreparedStatement batch = handle.getConnection().prepareStatement(PUT)) {
            for (ContactRow contact : contacts) {
                batch.setLong(1, listId);
                batch.setString(2, contact.address());
                batch.setBoolean(3, contact.unsubscribeAll());
                batch.setString(4, contact.preferences().text());
                batch.setString(5, contact.attributes().orElse(null));
                batch.setLong(6, Columns.micros(contact.createdAt()));
                batch.setLong(7, Columns.micros(contact.updatedAt()));
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new WriteFailed("Contacts could not be written", e);
        }
    }

    /** Returns whether it was there. */
    static boolean delete(Handle handle, long listId, EmailAddress address) {
        return handle.execute("DELETE FROM sesv2_contact WHERE list_id = ? AND address = ?", listId, address.text())
                == 1;
    }
}
