package dev.entrepot.mailmanager.hold;

import dev.entrepot.mailmanager.hold.HoldRow.Received;
import dev.entrepot.mailmanager.resource.ResourceNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The tables of holds. Who places one has taken the archive's row before, and so has who removes messages or deletes the archive: then
 * nothing goes that is held.
 */
public final class HoldStore {
    /** A condition on a row of {@code mail_message}: that a hold is on it. */
    public static final String HELD = """
            (EXISTS (SELECT 1 FROM mail_hold AS h
                     WHERE h.archive = mail_message.archive AND h.released_at IS NULL AND h.filters IS NULL
                         AND mail_message.received_at BETWEEN h.from_at AND h.to_at)
             OR EXISTS (SELECT 1 FROM mail_held_message AS k JOIN mail_hold AS h ON h.number = k.hold
                        WHERE k.message = mail_message.number AND h.released_at IS NULL))""";

    private static final int AT_A_TIME = 5_000;
    private static final RowMapper<HoldRow> HOLD = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        Optional<Instant> from = Optional.ofNullable(instants.map(row, "from_at", context));
        Instant to = instants.map(row, "to_at", context);
        return new HoldRow(
                row.getLong("number"),
                row.getLong("archive"),
                row.getString("id"),
                row.getString("reason"),
                from.map(begin -> new Received(begin, to)),
                Optional.ofNullable(row.getString("filters")),
                row.getString("placed_by"),
                instants.map(row, "placed_at", context),
                Optional.ofNullable(row.getString("released_by")),
                Optional.ofNullable(instants.map(row, "released_at", context)));
    };

    private HoldStore() {}

    /** Whether anything in the archive is held. */
    public static boolean isHeld(Handle handle, long archive) {
        return handle.createQuery("SELECT count(*) FROM mail_hold WHERE archive = ? AND released_at IS NULL")
                        .bind(0, archive)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether a message is held. */
    public static boolean isMessageHeld(Handle handle, long message) {
        return handle.createQuery("SELECT count(*) FROM mail_message WHERE number = ? AND " + HELD)
                        .bind(0, message)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** How many messages a hold is on now. */
    public static long count(Handle handle, HoldRow hold) {
        return hold.received()
                .filter(received -> !hold.isListed())
                .map(received -> handle.createQuery(
                                "SELECT count(*) FROM mail_message WHERE archive = ? AND received_at BETWEEN ? AND ?")
                        .bind(0, hold.archive())
                        .bind(1, received.from())
                        .bind(2, received.to()))
                .orElseGet(() -> handle.createQuery("SELECT count(*) FROM mail_held_message WHERE hold = ?")
                        .bind(0, hold.number()))
                .mapTo(Long.class)
                .one();
    }

    /** With filters or without a time the messages must be {@link #hold listed}. */
    public static HoldRow add(
            Handle handle,
            long archive,
            String id,
            String reason,
            Optional<Received> received,
            Optional<String> filters,
            String by,
            Instant now) {
        var hold = new HoldRow(
                ResourceNumber.next(handle),
                archive,
                id,
                reason,
                received,
                filters,
                by,
                now,
                Optional.empty(),
                Optional.empty());
        handle.createUpdate("""
                        INSERT INTO mail_hold (number, archive, id, reason, from_at, to_at, filters, placed_by, placed_at)
                        VALUES (:number, :archive, :id, :reason, :from, :to, :filters, :by, :now)""")
                .bind("number", hold.number())
                .bind("archive", archive)
                .bind("id", id)
                .bind("reason", reason)
                .bindByType("from", received.map(Received::from).orElse(null), Instant.class)
                .bindByType("to", received.map(Received::to).orElse(null), Instant.class)
                .bindByType("filters", filters.orElse(null), String.class)
                .bind("by", by)
                .bind("now", now)
                .execute();
        return hold;
    }

    /** Puts messages under a hold, each listed once. */
    public static void hold(Handle handle, HoldRow hold, List<Long> messages) {
        for (int from = 0; from < messages.size(); from += AT_A_TIME) {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO mail_held_message (message, hold) VALUES (?, ?)");
            messages.subList(from, Math.min(from + AT_A_TIME, messages.size()))
                    .forEach(message ->
                            batch.bind(0, message).bind(1, hold.number()).add());
            batch.execute();
        }
    }

    public static Optional<HoldRow> find(Handle handle, long archive, String id) {
        return handle.createQuery("SELECT * FROM mail_hold WHERE archive = ? AND id = ?")
                .bind(0, archive)
                .bind(1, id)
                .map(HOLD)
                .findOne();
    }

    /** In the order they were placed, released ones too. */
    public static List<HoldRow> list(Handle handle, long archive, long afterNumber, int limit) {
        return handle.createQuery("SELECT * FROM mail_hold WHERE archive = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, archive)
                .bind(1, afterNumber)
                .bind(2, limit)
                .map(HOLD)
                .list();
    }

    /** The times that are held now with all that was or will be received in them. */
    public static List<Received> heldTimes(Handle handle, long archive) {
        return handle
                .createQuery("SELECT * FROM mail_hold WHERE archive = ? AND released_at IS NULL AND filters IS NULL")
                .bind(0, archive)
                .map(HOLD)
                .list()
                .stream()
                .flatMap(hold -> hold.received().stream())
                .toList();
    }

    public static void release(Handle handle, HoldRow hold, String by, Instant now) {
        handle.createUpdate("UPDATE mail_hold SET released_by = ?, released_at = ? WHERE number = ?")
                .bind(0, by)
                .bind(1, now)
                .bind(2, hold.number())
                .execute();
    }

    /** Once the archive is gone. */
    public static void removeAll(Handle handle, long archive) {
        handle.execute(
                "DELETE FROM mail_held_message WHERE hold IN (SELECT number FROM mail_hold WHERE archive = ?)",
                archive);
        handle.execute("DELETE FROM mail_hold WHERE archive = ?", archive);
    }
}
