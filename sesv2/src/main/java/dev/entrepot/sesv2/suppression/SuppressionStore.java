package dev.entrepot.sesv2.suppression;

import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.sesv2.contract.SuppressionListReason;
import dev.entrepot.storage.Owner;
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

/** The table of suppressed destinations: one row an address, in the order of owner and address. */
public final class SuppressionStore {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String SELECT = """
            SELECT address, reason, message_id, feedback_id, updated_at FROM sesv2_suppressed_destination
            WHERE account = :account AND region = :region AND address\s""";
    private static final String PUT = """
            INSERT INTO sesv2_suppressed_destination
                (account, region, address, reason, message_id, feedback_id, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, region, address)
            DO UPDATE SET reason = excluded.reason, message_id = excluded.message_id,
                feedback_id = excluded.feedback_id, updated_at = excluded.updated_at""";
    private static final String DELETE =
            "DELETE FROM sesv2_suppressed_destination WHERE account = ? AND region = ? AND address = ?";
    private static final RowMapper<SuppressedRow> ROW = (row, context) -> new SuppressedRow(
            row.getString(1),
            SuppressionListReason.of(row.getString(2)),
            Optional.ofNullable(row.getString(3)),
            Optional.ofNullable(row.getString(4)),
            Columns.instant(row.getLong(5)));

    private SuppressionStore() {}

    public static Optional<SuppressedRow> find(Handle handle, Owner owner, EmailAddress address) {
        return handle.createQuery(SELECT + "= :address")
                .bindMethods(owner)
                .bind("address", address.text())
                .map(ROW)
                .findOne();
    }

    /** Those that are there, by address. */
    public static Map<String, SuppressedRow> find(Handle handle, Owner owner, List<String> addresses) {
        Map<String, SuppressedRow> found = new HashMap<>();
        for (int from = 0; from < addresses.size(); from += ROWS_AT_A_TIME) {
            handle.createQuery(SELECT + "IN (<addresses>)")
                    .bindMethods(owner)
                    .bindList("addresses", addresses.subList(from, Math.min(addresses.size(), from + ROWS_AT_A_TIME)))
                    .map(ROW)
                    .forEach(entry -> found.put(entry.address(), entry));
        }
        return found;
    }

    /** Hands the entries behind {@code after}, in the order of their addresses, to {@code reading}, some at a time. */
    public static <T> T scan(Handle handle, Owner owner, String after, Function<Iterator<SuppressedRow>, T> reading) {
        try (ResultIterator<SuppressedRow> entries = handle.createQuery(SELECT + "> :after ORDER BY address")
                .bindMethods(owner)
                .bind("after", after)
                .setFetchSize(ROWS_AT_A_TIME)
                .map(ROW)
                .iterator()) {
            return reading.apply(entries);
        }
    }

    /** Puts entries in place of what is there. Quickest in the order of the addresses; no address may be there twice. */
    public static void put(Handle handle, Owner owner, List<SuppressedRow> entries) {
        RowBatch.execute(handle, PUT, entries, (statement, entry) -> {
            statement.setString(1, owner.account());
            statement.setString(2, owner.region());
            statement.setString(3, entry.address());
            statement.setString(4, entry.reason().value());
            statement.setString(5, entry.messageId().orElse(null));
            statement.setString(6, entry.feedbackId().orElse(null));
            statement.setLong(7, Columns.micros(entry.updatedAt()));
        });
    }

    /** Returns those that were there. Quickest in the order of the addresses. */
    public static Set<String> delete(Handle handle, Owner owner, List<String> addresses) {
        int[] deleted = RowBatch.execute(handle, DELETE, addresses, (statement, address) -> {
            statement.setString(1, owner.account());
            statement.setString(2, owner.region());
            statement.setString(3, address);
        });
        return IntStream.range(0, deleted.length)
                .filter(i -> deleted[i] == 1)
                .mapToObj(addresses::get)
                .collect(Collectors.toSet());
    }

    /** Returns whether it was there. */
    public static boolean delete(Handle handle, Owner owner, EmailAddress address) {
        return !delete(handle, owner, List.of(address.text())).isEmpty();
    }
}
