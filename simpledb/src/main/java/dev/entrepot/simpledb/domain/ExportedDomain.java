package dev.entrepot.simpledb.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A domain at the moment one export sees: items not written since, and those that were as they were before. Open from
 * {@link #begin} to {@link #end}; every read in between finds the same items.
 *
 * @param exportId the job that reads
 * @param batch that was opened then
 * @param version the number of the last write that it sees
 * @param at when the moment was fixed
 * @param items how many it sees
 * @param bytes of their documents
 */
public record ExportedDomain(
        String exportId, long domainId, long batch, long version, Instant at, long items, long bytes) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int ROWS_AT_A_TIME = 1_000;
    /** So many milestones a range make ranges even enough. */
    private static final int MILESTONES_A_RANGE = 64;

    private static final String UNCHANGED = """
            SELECT name, document FROM simpledb_item
            WHERE domain_id = :domain AND version <= :version AND name >= :from AND name < :to""";
    // An item is in one arm only: the write after the moment gave it a later version, or removed it.
    private static final String WITH_FORMER = """
            WITH RECURSIVE batch (number) AS (
                SELECT CAST(:batch AS BIGINT)
                UNION ALL
                SELECT number + 1 FROM batch WHERE number < (SELECT batch FROM simpledb_domain WHERE id = :domain))
            """ + UNCHANGED + """

            UNION ALL
            SELECT f.name, f.document FROM batch CROSS JOIN simpledb_former_item f
            WHERE f.domain_id = :domain AND f.batch = batch.number AND f.version <= :version
            AND f.name >= :from AND f.name < :to""";

    /** Fixes the moment, at which a batch begins. The domain's row is held until the transaction ends, so no write is half in. */
    public static ExportedDomain begin(Handle handle, String exportId, Domain domain, Instant at) {
        ExportedDomain moment = handle.createQuery("""
                        UPDATE simpledb_domain SET batch = batch + 1 WHERE id = ?
                        RETURNING batch, version, items, bytes""")
                .bind(0, domain.id())
                .map((row, context) -> new ExportedDomain(
                        exportId, domain.id(), row.getLong(1), row.getLong(2), at, row.getLong(3), row.getLong(4)))
                .one();
        handle.createUpdate("""
                        INSERT INTO simpledb_cutoff (export_id, domain_id, batch, version, at, items, bytes, ended)
                        VALUES (:exportId, :domainId, :batch, :version, :at, :items, :bytes, FALSE)""").bindMethods(moment).execute();
        return moment;
    }

    /** The moment that was fixed for this export, if it is still open. */
    public static Optional<ExportedDomain> find(Handle handle, String exportId) {
        return handle.createQuery("""
                        SELECT domain_id, batch, version, at, items, bytes
                        FROM simpledb_cutoff WHERE export_id = ? AND NOT ended""")
                .bind(0, exportId)
                .map(row -> new ExportedDomain(
                        exportId,
                        row.getColumn("domain_id", Long.class),
                        row.getColumn("batch", Long.class),
                        row.getColumn("version", Long.class),
                        row.getColumn("at", Instant.class),
                        row.getColumn("items", Long.class),
                        row.getColumn("bytes", Long.class)))
                .findOne();
    }

    /** Lets go of the moment, and does nothing the second time. What was kept for it goes when the domain settles next. */
    public static void end(Handle handle, String exportId) {
        handle.execute("UPDATE simpledb_cutoff SET ended = TRUE WHERE export_id = ?", exportId);
    }

    /**
     * Cuts the domain into ranges of about so many items or bytes, whichever is reached first. A large domain is cut at
     * milestones, without reading it; where they are too few, item by item.
     */
    public List<NameRange> ranges(Handle handle, long maxItems, long maxBytes) {
        int number = (int) Math.max(1, Math.max(Math.ceilDiv(items, maxItems), Math.ceilDiv(bytes, maxBytes)));
        if (number == 1) {
            return List.of(NameRange.ALL);
        }
        List<String> milestones = Milestones.of(handle, domainId);
        if (milestones.size() < number * MILESTONES_A_RANGE) {
            return stretches(handle, maxItems, maxBytes).stream()
                    .map(Stretch::range)
                    .toList();
        }
        var ranges = new ArrayList<NameRange>();
        String from = NameRange.ALL.from();
        for (int i = 1; i < number; i++) {
            String to = milestones.get((int) ((long) i * milestones.size() / number));
            ranges.add(new NameRange(from, to));
            from = to;
        }
        ranges.add(new NameRange(from, NameRange.END));
        return ranges;
    }

    /**
     * Cuts the domain, in the order of names, into stretches of at most so many items and bytes; an item larger than that is
     * one of its own. One pass, which fetches the lengths alone.
     */
    List<Stretch> stretches(Handle handle, long maxItems, long maxBytes) {
        return items(handle, "SELECT name, length(document) FROM (%s) items ORDER BY name", NameRange.ALL)
                .setFetchSize(ROWS_AT_A_TIME)
                .scanResultSet((rows, context) -> stretches(rows.get(), new StretchCutter(maxItems, maxBytes)));
    }

    private static List<Stretch> stretches(ResultSet rows, StretchCutter cutter) throws SQLException {
        while (rows.next()) {
            long bytes = rows.getLong(2);
            if (cutter.isFullFor(bytes)) {
                cutter.cutBefore(HEX.formatHex(rows.getBytes(1)));
            }
            cutter.add(bytes);
        }
        return cutter.stretches();
    }

    /** Hands the documents of a range, in the order of their names, to {@code reading}, a few in memory at a time. */
    public <T> T documents(Handle handle, NameRange range, Function<Iterator<byte[]>, T> reading) {
        return items(handle, "SELECT document FROM (%s) items ORDER BY name", range)
                .setFetchSize(ROWS_AT_A_TIME)
                .scanResultSet((rows, context) -> reading.apply(new Documents(rows.get())));
    }

    private Query items(Handle handle, String select, NameRange range) {
        boolean written = handle.createQuery("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM simpledb_former_item WHERE domain_id = ? AND batch >= ? LIMIT 1) any_former""")
                .bind(0, domainId)
                .bind(1, batch)
                .mapTo(Boolean.class)
                .one();
        Query query = handle.createQuery(select.formatted(written ? WITH_FORMER : UNCHANGED));
        if (written) {
            query.bind("batch", batch);
        }
        return query.bind("domain", domainId)
                .bind("version", version)
                .bind("from", HEX.parseHex(range.from()))
                .bind("to", HEX.parseHex(range.to()));
    }

    private static final class Documents implements Iterator<byte[]> {
        private final ResultSet rows;
        private boolean fetched;
        private boolean more;

        Documents(ResultSet rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            try {
                if (!fetched) {
                    more = rows.next();
                    fetched = true;
                }
                return more;
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException("Could not read on in the domain", e, null);
            }
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                fetched = false;
                return rows.getBytes(1);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException("Could not read on in the domain", e, null);
            }
        }
    }
}
