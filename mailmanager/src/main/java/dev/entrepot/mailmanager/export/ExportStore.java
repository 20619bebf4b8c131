package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.selection.Gaps;
import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/** The tables of exports that are under way, or have left something to be tidied. */
final class ExportStore {
    /** Which of a part's listings is meant. */
    enum Listing {
        MANIFEST("manifest"),
        CHECKSUMS("checksums"),
        ERRORS("errors");

        private final String column;

        Listing(String column) {
            this.column = column;
        }
    }

    private ExportStore() {}

    /** From now on its messages are not swept. An earlier plan that came to nothing is forgotten. */
    static void begin(Handle handle, ExportRow export, long archive, Instant now) {
        remove(handle, export.id());
        handle.createUpdate("""
                        INSERT INTO mail_export (id, archive, account, region, bucket, prefix, settings, frozen_at, messages, bytes,
                            truncated, state)
                        VALUES (:id, :archive, :account, :region, :bucket, :prefix, :settings, :now, 0, 0, 0, '')""")
                .bind("id", export.id())
                .bindMethods(export.owner())
                .bind("bucket", export.layout().bucket())
                .bind("prefix", export.layout().prefix())
                .bind("settings", export.settings())
                .bind("archive", archive)
                .bind("now", now)
                .execute();
    }

    static void addPart(Handle handle, String export, int part, LongStream numbers) {
        handle.createUpdate("""
                        INSERT INTO mail_export_part
                            (export, part, numbers, written, failed, bytes, manifest, checksums, errors)
                        VALUES (?, ?, ?, 0, 0, 0, ?, ?, ?)""")
                .bind(0, export)
                .bind(1, part)
                .bind(2, Gaps.encode(numbers))
                .bind(3, Lines.NONE)
                .bind(4, Lines.NONE)
                .bind(5, Lines.NONE)
                .execute();
    }

    static void frozen(Handle handle, String export, Frozen frozen) {
        handle.createUpdate("UPDATE mail_export SET messages = ?, bytes = ?, truncated = ? WHERE id = ?")
                .bind(0, frozen.messages())
                .bind(1, frozen.bytes())
                .bind(2, frozen.truncated() ? 1 : 0)
                .bind(3, export)
                .execute();
    }

    static Optional<ExportRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM mail_export WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> new ExportRow(
                        new Layout(row.getString("bucket"), row.getString("prefix"), row.getString("id")),
                        new Owner(row.getString("account"), row.getString("region")),
                        row.getBytes("settings"),
                        row.getLong("messages"),
                        row.getLong("bytes"),
                        row.getInt("truncated") == 1))
                .findOne();
    }

    static List<Long> numbers(Handle handle, String export, int part) {
        LongStream.Builder numbers = LongStream.builder();
        handle.createQuery("SELECT numbers FROM mail_export_part WHERE export = ? AND part = ?")
                .bind(0, export)
                .bind(1, part)
                .mapTo(byte[].class)
                .forEach(bytes -> Gaps.decode(bytes, numbers));
        return numbers.build().boxed().toList();
    }

    /** What a part has written, once it is on the disk; again is the same as once. */
    static void written(Handle handle, String export, int part, WrittenPart counts, Lines lines) {
        handle.createUpdate("""
                        UPDATE mail_export_part SET written = :written, failed = :failed, bytes = :bytes,
                            manifest = :manifest, checksums = :checksums, errors = :errors
                        WHERE export = :export AND part = :part""")
                .bind("written", counts.written())
                .bind("failed", counts.failed())
                .bind("bytes", counts.bytes())
                .bind("manifest", lines.manifest())
                .bind("checksums", lines.checksums())
                .bind("errors", lines.errors())
                .bind("export", export)
                .bind("part", part)
                .execute();
    }

    static WrittenPart total(Handle handle, String export) {
        return handle.createQuery("""
                        SELECT COALESCE(SUM(written), 0) AS written, COALESCE(SUM(failed), 0) AS failed,
                            COALESCE(SUM(bytes), 0) AS bytes
                        FROM mail_export_part WHERE export = ?""")
                .bind(0, export)
                .map((row, context) ->
                        new WrittenPart(row.getLong("written"), row.getLong("failed"), row.getLong("bytes")))
                .one();
    }

    static int parts(Handle handle, String export) {
        return handle.createQuery("SELECT COALESCE(max(part) + 1, 0) FROM mail_export_part WHERE export = ?")
                .bind(0, export)
                .mapTo(Integer.class)
                .one();
    }

    /** One part's lines, compressed. */
    static byte[] lines(Handle handle, String export, int part, Listing listing) {
        return handle.createQuery("SELECT " + listing.column + " FROM mail_export_part WHERE export = ? AND part = ?")
                .bind(0, export)
                .bind(1, part)
                .mapTo(byte[].class)
                .findOne()
                .orElse(Lines.NONE);
    }

    static void ended(Handle handle, String export, String state, Instant at) {
        handle.createUpdate("UPDATE mail_export SET state = ?, ended_at = ? WHERE id = ?")
                .bind(0, state)
                .bind(1, at)
                .bind(2, export)
                .execute();
    }

    /** How an export has ended, if it has. */
    static Optional<String> state(Handle handle, String export) {
        return handle.createQuery("SELECT state FROM mail_export WHERE id = ? AND state <> ''")
                .bind(0, export)
                .mapTo(String.class)
                .findOne();
    }

    static List<String> endedUntil(Handle handle, Instant until) {
        return handle.createQuery("SELECT id FROM mail_export WHERE ended_at <= ? ORDER BY ended_at, id")
                .bind(0, until)
                .mapTo(String.class)
                .list();
    }

    /** When the messages of the oldest export that is under way were chosen. */
    static Optional<Instant> oldest(Handle handle, long archive) {
        return handle.createQuery("""
                        SELECT frozen_at FROM mail_export WHERE archive = ? AND state = ''
                        ORDER BY frozen_at LIMIT 1""").bind(0, archive).mapTo(Instant.class).findOne();
    }

    static boolean removeParts(Handle handle, String export, int limit) {
        return handle.createUpdate("""
                                DELETE FROM mail_export_part WHERE export = :export AND part IN
                                (SELECT part FROM mail_export_part WHERE export = :export LIMIT :limit)""")
                        .bind("export", export)
                        .bind("limit", limit)
                        .execute()
                == limit;
    }

    static void remove(Handle handle, String export) {
        handle.execute("DELETE FROM mail_export_part WHERE export = ?", export);
        handle.execute("DELETE FROM mail_export WHERE id = ?", export);
    }
}
