package dev.entrepot.sesv2.event;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Columns;
import dev.entrepot.storage.database.RowBatch;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;

/** The table of events: a row is added once and never changed, under a number of the batch that brought it. */
public final class EventStore {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int REMOVED_AT_A_TIME = 10_000;
    private static final String ADD = """
            INSERT INTO sesv2_event
                (account, region, sent_at, message_id, recipient, digest, batch, type, occurred_at, sub_type,
                 diagnostic_code, from_address, identity, configuration_set, subject, recipients)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, region, sent_at, message_id, recipient, digest) DO NOTHING""";
    /** By position: an export may read millions of rows. */
    private static final RowMapper<Event> ROW = (row, context) -> new Event(
            new Mail(
                    row.getString(2),
                    Columns.instant(row.getLong(1)),
                    row.getString(9),
                    row.getString(10),
                    row.getString(11),
                    row.getString(12),
                    row.getInt(13)),
            row.getString(3),
            new Happening(
                    EventType.valueOf(row.getString(5)),
                    Columns.instant(row.getLong(6)),
                    row.getString(7),
                    row.getString(8)),
            row.getString(4));

    private EventStore() {}

    /** Adds what is new, as one batch; returns for each event 1 if it was new, or else 0. */
    static int[] add(Handle handle, Owner owner, List<Event> events) {
        long batch = nextBatch(handle, owner);
        return RowBatch.execute(handle, ADD, events, (statement, event) -> {
            Mail mail = event.mail();
            Happening happening = event.happening();
            statement.setString(1, owner.account());
            statement.setString(2, owner.region());
            statement.setLong(3, Columns.micros(mail.sentAt()));
            statement.setString(4, mail.messageId());
            statement.setString(5, event.recipient());
            statement.setString(6, event.digest());
            statement.setLong(7, batch);
            statement.setString(8, happening.type().name());
            statement.setLong(9, Columns.micros(happening.at()));
            statement.setString(10, happening.subType());
            statement.setString(11, happening.diagnosticCode());
            statement.setString(12, mail.from());
            statement.setString(13, mail.identity());
            statement.setString(14, mail.configurationSet());
            statement.setString(15, mail.subject());
            statement.setInt(16, mail.recipients());
        });
    }

    /** Whoever takes a number holds off others of the same owner until it has committed: no number appears after a later one. */
    private static long nextBatch(Handle handle, Owner owner) {
        return handle.createQuery("""
                        INSERT INTO sesv2_event_batch (account, region, last) VALUES (:account, :region, 1)
                        ON CONFLICT (account, region) DO UPDATE SET last = sesv2_event_batch.last + 1
                        RETURNING last""").bindMethods(owner).mapTo(long.class).one();
    }

    /** The number of the latest batch; 0 when there is none. */
    public static long lastBatch(Handle handle, Owner owner) {
        return handle.createQuery("SELECT last FROM sesv2_event_batch WHERE account = :account AND region = :region")
                .bindMethods(owner)
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }

    /** All who have ever added events. */
    static List<Owner> owners(Handle handle) {
        return handle.createQuery("SELECT account, region FROM sesv2_event_batch")
                .map((row, context) -> new Owner(row.getString(1), row.getString(2)))
                .list();
    }

    /** Removes some of the events of messages sent before a moment; returns how many. */
    static int removeSome(Handle handle, Owner owner, Instant before) {
        return handle.createUpdate("""
                        DELETE FROM sesv2_event
                        WHERE account = :account AND region = :region AND sent_at <=
                            (SELECT max(sent_at) FROM
                                (SELECT sent_at FROM sesv2_event
                                 WHERE account = :account AND region = :region AND sent_at < :before
                                 ORDER BY sent_at LIMIT :some) AS oldest)""")
                .bindMethods(owner)
                .bind("before", before)
                .bind("some", REMOVED_AT_A_TIME)
                .execute();
    }

    /**
     * Hands what became of the mail sent in a time, the newest first, to {@code reading}, some at a time. It is always the same, whatever
     * is added later.
     *
     * @param from included
     * @param to included
     * @param batch the last that counts
     */
    public static <T> T scan(
            Handle handle,
            Owner owner,
            Instant from,
            Instant to,
            long batch,
            Function<Iterator<EmailInsights>, T> reading) {
        try (ResultIterator<Event> events = handle.createQuery("""
                        SELECT sent_at, message_id, recipient, digest, type, occurred_at, sub_type, diagnostic_code,
                            from_address, identity, configuration_set, subject, recipients
                        FROM sesv2_event
                        WHERE account = :account AND region = :region AND sent_at >= :from AND sent_at <= :to
                            AND batch <= :batch
                        ORDER BY sent_at DESC, message_id DESC, recipient DESC""")
                .bindMethods(owner)
                .bind("from", from)
                .bind("to", to)
                .bind("batch", batch)
                .setFetchSize(ROWS_AT_A_TIME)
                .map(ROW)
                .iterator()) {
            return reading.apply(new FoldedEvents(events));
        }
    }
}
