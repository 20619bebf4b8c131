package dev.entrepot.mailmanager.message;

import dev.entrepot.mailmanager.hold.HoldStore;
import dev.entrepot.mailmanager.pack.PackRow;
import dev.entrepot.mailmanager.pack.PackStore;
import dev.entrepot.mailmanager.pack.Place;
import dev.entrepot.storage.database.Columns;
import dev.entrepot.storage.database.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of messages. */
public final class MessageStore {
    private static final int AT_A_TIME = 500;
    private static final RowMapper<MessageRow> MESSAGE = (row, context) -> new MessageRow(
            id(row, context),
            place(row),
            row.getLong("size"),
            hash(row),
            row.getInt("attachments") == 1,
            row.getBytes("document"));

    private static final String STORED =
            "SELECT number, received_at, pack, frame, frame_bytes, position, size, sha256 FROM mail_message ";

    private MessageStore() {}

    public static void add(Handle handle, List<MessageRow> messages) {
        RowBatch.execute(handle, """
                        INSERT INTO mail_message (number, archive, received_at, pack, frame, frame_bytes, position, size,
                            sha256, content, attachments, document)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", messages, (statement, message) -> {
            statement.setLong(1, message.id().number());
            statement.setLong(2, message.id().archive());
            statement.setLong(3, Columns.micros(message.id().received()));
            statement.setLong(4, message.place().pack());
            statement.setLong(5, message.place().frame());
            statement.setLong(6, message.place().frameBytes());
            statement.setLong(7, message.place().position());
            statement.setLong(8, message.size());
            statement.setBytes(9, message.hash().bytes());
            statement.setLong(10, message.hash().prefix());
            statement.setInt(11, message.attachments() ? 1 : 0);
            statement.setBytes(12, message.encodedDocument());
        });
    }

    public static Optional<MessageRow> find(Handle handle, MessageId id) {
        return handle.createQuery("SELECT * FROM mail_message WHERE number = ? AND received_at = ?")
                .bind(0, id.number())
                .bind(1, id.received())
                .map(MESSAGE)
                .findOne();
    }

    /** The messages of these numbers, in no order; one that is gone is missing. */
    public static List<MessageRow> find(Handle handle, List<Long> numbers) {
        return handle.createQuery("SELECT * FROM mail_message WHERE number IN (<numbers>)")
                .bindList("numbers", numbers)
                .map(MESSAGE)
                .list();
    }

    /** The messages from one number to another, in their order. */
    public static ResultIterator<MessageRow> between(Handle handle, long first, long last) {
        return handle.createQuery("SELECT * FROM mail_message WHERE number BETWEEN ? AND ? ORDER BY number")
                .bind(0, first)
                .bind(1, last)
                .map(MESSAGE)
                .iterator();
    }

    public static boolean anyBetween(Handle handle, long first, long last) {
        return handle.createQuery("SELECT 1 FROM mail_message WHERE number BETWEEN ? AND ? LIMIT 1")
                .bind(0, first)
                .bind(1, last)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The ids of the messages from one number to another. */
    public static List<MessageId> idsBetween(Handle handle, long first, long last) {
        return handle.createQuery("SELECT number, received_at FROM mail_message WHERE number BETWEEN ? AND ?")
                .bind(0, first)
                .bind(1, last)
                .map(MessageStore::id)
                .list();
    }

    /** The messages of a time, both ends included, newest first, and none of a larger number than the last. */
    public static ResultIterator<MessageRow> newestFirst(
            Handle handle, long archive, Instant from, Instant to, long last) {
        return handle.createQuery("""
                        SELECT * FROM mail_message
                        WHERE archive = ? AND received_at BETWEEN ? AND ? AND number <= ?
                        ORDER BY received_at DESC, number DESC""")
                .bind(0, archive)
                .bind(1, from)
                .bind(2, to)
                .bind(3, last)
                .map(MESSAGE)
                .iterator();
    }

    /** Whether at most so many messages are of a time. */
    public static boolean isFew(Handle handle, long archive, Instant from, Instant to, int few) {
        return handle.createQuery("""
                                SELECT count(*) FROM (SELECT 1 FROM mail_message
                                    WHERE archive = ? AND received_at BETWEEN ? AND ? LIMIT ?) AS few""")
                        .bind(0, archive)
                        .bind(1, from)
                        .bind(2, to)
                        .bind(3, few + 1)
                        .mapTo(Integer.class)
                        .one()
                <= few;
    }

    /** Those of {@code ids} that are there. */
    public static Set<MessageId> among(Handle handle, Collection<MessageId> ids) {
        Set<MessageId> there = new HashSet<>();
        List<Long> numbers = ids.stream().map(MessageId::number).toList();
        for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
            there.addAll(handle.createQuery("SELECT number, received_at FROM mail_message WHERE number IN (<numbers>)")
                    .bindList("numbers", numbers.subList(from, Math.min(from + AT_A_TIME, numbers.size())))
                    .map(MessageStore::id)
                    .list());
        }
        there.retainAll(Set.copyOf(ids));
        return there;
    }

    /** A message's bytes: where they are and what they must be. */
    public record Stored(MessageId id, Place place, long size, ContentHash hash) {}

    /** What a pack holds, in the order of its bytes. */
    public static List<Stored> inPack(Handle handle, PackRow pack) {
        return handle.createQuery(STORED + "WHERE number BETWEEN ? AND ? AND pack = ? ORDER BY frame, position")
                .bind(0, pack.first())
                .bind(1, pack.last())
                .bind(2, pack.number())
                .map(MessageStore::stored)
                .list();
    }

    /** The messages from one number to another, in the order of their bytes. */
    public static List<Stored> storedBetween(Handle handle, long first, long last) {
        return handle.createQuery(STORED + "WHERE number BETWEEN ? AND ? ORDER BY pack, frame, position")
                .bind(0, first)
                .bind(1, last)
                .map(MessageStore::stored)
                .list();
    }

    /** Says that a message's bytes are elsewhere; false when it is gone or has been moved by someone else. */
    public static boolean move(Handle handle, Stored message, Place to) {
        return handle.createUpdate("""
                                UPDATE mail_message SET pack = ?, frame = ?, frame_bytes = ?, position = ?
                                WHERE number = ? AND pack = ?""")
                        .bind(0, to.pack())
                        .bind(1, to.frame())
                        .bind(2, to.frameBytes())
                        .bind(3, to.position())
                        .bind(4, message.id().number())
                        .bind(5, message.place().pack())
                        .execute()
                == 1;
    }

    /** How many messages were received at a moment or before and are not held. */
    public static long countFree(Handle handle, long archive, Instant until) {
        return handle.createQuery("SELECT count(*) FROM mail_message WHERE archive = ? AND received_at <= ? AND NOT "
                        + HoldStore.HELD)
                .bind(0, archive)
                .bind(1, until)
                .mapTo(Long.class)
                .one();
    }

    /** The last of the next messages in the order of receipt, none received after {@code until}; nothing when there are none. */
    public static Optional<MessageId> skip(Handle handle, long archive, MessageId after, Instant until, int count) {
        return handle.createQuery("""
                        SELECT number, received_at FROM (
                            SELECT number, received_at FROM mail_message
                            WHERE archive = ? AND (received_at, number) > (?, ?) AND received_at <= ?
                            ORDER BY received_at, number LIMIT ?) AS page
                        ORDER BY received_at DESC, number DESC LIMIT 1""")
                .bind(0, archive)
                .bind(1, after.received())
                .bind(2, after.number())
                .bind(3, until)
                .bind(4, count)
                .map(MessageStore::id)
                .findOne();
    }

    /** Removes the messages behind one in the order of receipt up to another, but for those that are held. */
    public static void removeFree(Handle handle, long archive, MessageId after, MessageId last) {
        Map<Long, LongSummaryStatistics> sizes = new HashMap<>();
        handle.createQuery("""
                        DELETE FROM mail_message
                        WHERE archive = ? AND (received_at, number) > (?, ?) AND (received_at, number) <= (?, ?)
                            AND NOT\s""" + HoldStore.HELD + " RETURNING pack, size")
                .bind(0, archive)
                .bind(1, after.received())
                .bind(2, after.number())
                .bind(3, last.received())
                .bind(4, last.number())
                .map((row, context) -> Map.entry(row.getLong("pack"), row.getLong("size")))
                .forEach(removed -> sizes.computeIfAbsent(removed.getKey(), pack -> new LongSummaryStatistics())
                        .accept(removed.getValue()));
        sizes.forEach((pack, removed) -> PackStore.lose(handle, pack, removed.getCount(), removed.getSum()));
    }

    /** The messages of these hashes that the archive holds. */
    public static Map<ContentHash, MessageId> find(Handle handle, long archive, Collection<ContentHash> hashes) {
        Map<ContentHash, MessageId> found = new HashMap<>();
        List<ContentHash> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<ContentHash> some = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
            handle.createQuery("""
                            SELECT number, received_at, sha256 FROM mail_message
                            WHERE archive = :archive AND content IN (<prefixes>)""")
                    .bind("archive", archive)
                    .bindList("prefixes", some.stream().map(ContentHash::prefix).toList())
                    .map(MessageStore::hashed)
                    .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
        }
        found.keySet().retainAll(all);
        return found;
    }

    /** The hashes of all messages with these numbers. */
    public static Map<ContentHash, MessageId> arrivedBetween(Handle handle, long first, long last) {
        Map<ContentHash, MessageId> arrived = new HashMap<>();
        handle.createQuery("SELECT number, received_at, sha256 FROM mail_message WHERE number BETWEEN ? AND ?")
                .bind(0, first)
                .bind(1, last)
                .map(MessageStore::hashed)
                .forEach(entry -> arrived.put(entry.getKey(), entry.getValue()));
        return arrived;
    }

    private static Map.Entry<ContentHash, MessageId> hashed(ResultSet row, StatementContext context)
            throws SQLException {
        return Map.entry(hash(row), id(row, context));
    }

    private static MessageId id(ResultSet row, StatementContext context) throws SQLException {
        Instant received =
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "received_at", context);
        return new MessageId(received, row.getLong("number"));
    }

    private static Stored stored(ResultSet row, StatementContext context) throws SQLException {
        return new Stored(id(row, context), place(row), row.getLong("size"), hash(row));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getLong("pack"), row.getLong("frame"), row.getLong("frame_bytes"), row.getLong("position"));
    }

    private static ContentHash hash(ResultSet row) throws SQLException {
        return ContentHash.of(row.getBytes("sha256"));
    }
}
