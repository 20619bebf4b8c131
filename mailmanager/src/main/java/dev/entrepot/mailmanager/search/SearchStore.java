package dev.entrepot.mailmanager.search;

import dev.entrepot.jobs.JobId;
import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.storage.database.Columns;
import dev.entrepot.storage.database.RowBatch;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The table of what searches have found. */
final class SearchStore {
    private SearchStore() {}

    /** A message as it was when it was found. */
    record Hit(MessageId id, MessageDocument document) {}

    /** All that a search has found, in the order it is told. */
    static void put(Handle handle, JobId search, List<MessageRow> found) {
        RowBatch.execute(handle, """
                INSERT INTO mail_search_hit (search, position, number, received_at, attachments, document)
                VALUES (?, ?, ?, ?, ?, ?)""", IntStream.range(0, found.size()).boxed().toList(), (statement, position) -> {
            MessageRow message = found.get(position);
            statement.setString(1, search.toString());
            statement.setInt(2, position);
            statement.setLong(3, message.id().number());
            statement.setLong(4, Columns.micros(message.id().received()));
            statement.setInt(5, message.attachments() ? 1 : 0);
            statement.setBytes(6, message.encodedDocument());
        });
    }

    static List<Hit> list(Handle handle, JobId search) {
        return handle.createQuery("""
                        SELECT number, received_at, attachments, document FROM mail_search_hit
                        WHERE search = ? ORDER BY position""")
                .bind(0, search.value())
                .map((row, context) -> new Hit(
                        new MessageId(Columns.instant(row.getLong("received_at")), row.getLong("number")),
                        MessageDocument.decode(row.getBytes("document"), row.getInt("attachments") == 1)))
                .list();
    }

    static void remove(Handle handle, JobId search) {
        handle.execute("DELETE FROM mail_search_hit WHERE search = ?", search.value());
    }
}
