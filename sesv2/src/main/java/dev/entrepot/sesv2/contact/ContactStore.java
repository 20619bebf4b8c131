package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.storage.database.Columns;
import dev.entrepot.storage.database.RowBatch;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final String DELETE = "DELETE FROM sesv2_contact WHERE list_id = ? AND address = ?";
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

    /** Those that are there, by address. */
    public static Map<String, ContactRow> find(Handle handle, long listId, List<String> addresses) {
        Map<String, ContactRow> found = new HashMap<>();
        for (int from = 0; from < addresses.size(); from += ROWS_AT_A_TIME) {
            handle.createQuery(SELECT + "IN (<addresses>)")
                    .bind("list", listId)
                    .bindList("addresses", addresses.subList(from, Math.min(addresses.size(), from + ROWS_AT_A_TIME)))
                    .map(ROW)
                    .forEach(contact -> found.put(contact.address(), contact));
        }
        return found;
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
        RowBatch.execute(handle, PUT, contacts, (statement, contact) -> {
            statement.setLong(1, listId);
            statement.setString(2, contact.address());
            statement.setBoolean(3, contact.unsubscribeAll());
            statement.setString(4, contact.preferences().text());
            statement.setString(5, contact.attributes().orElse(null));
            statement.setLong(6, Columns.micros(contact.createdAt()));
            statement.setLong(7, Columns.micros(contact.updatedAt()));
        });
    }

    /** Returns those that were there. Quickest in the order of the addresses. */
    public static Set<String> delete(Handle handle, long listId, List<String> addresses) {
        int[] deleted = RowBatch.execute(handle, DELETE, addresses, (statement, address) -> {
            statement.setLong(1, listId);
            statement.setString(2, address);
        });
        return IntStream.range(0, deleted.length)
                .filter(i -> deleted[i] == 1)
                .mapToObj(addresses::get)
                .collect(Collectors.toSet());
    }

    /** Returns whether it was there. */
    static boolean delete(Handle handle, long listId, EmailAddress address) {
        return !delete(handle, listId, List.of(address.text())).isEmpty();
    }
}
