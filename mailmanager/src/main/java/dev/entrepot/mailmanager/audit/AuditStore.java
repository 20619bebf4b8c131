package dev.entrepot.mailmanager.audit;

import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of the audit log. It knows no update and no deletion. */
final class AuditStore {
    private static final RowMapper<AuditEntry> ENTRY = (row, context) -> {
        long items = row.getLong("items");
        boolean known = !row.wasNull();
        return new AuditEntry(
                row.getLong("number"),
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "recorded_at", context),
                row.getString("access_key"),
                row.getString("action"),
                AuditDetails.decode(row.getString("details")),
                known ? Optional.of(items) : Optional.empty());
    };

    private AuditStore() {}

    /** From here to the end of the transaction nobody else adds to this archive's log, so numbers are in the order of commits. */
    static void add(
            Handle handle,
            Owner owner,
            String archiveId,
            String accessKeyId,
            String action,
            Map<String, String> details,
            Optional<Long> items,
            Instant now) {
        long number =
                handle.createQuery("""
                        INSERT INTO mail_audit_end (archive, last) VALUES (?, 1)
                        ON CONFLICT (archive) DO UPDATE SET last = mail_audit_end.last + 1
                        RETURNING last""").bind(0, archiveId).mapTo(Long.class).one();
        handle.createUpdate("""
                        INSERT INTO mail_audit
                            (archive, number, account, region, recorded_at, access_key, action, details, items)
                        VALUES (:archive, :number, :account, :region, :now, :key, :action, :details, :items)""")
                .bind("archive", archiveId)
                .bind("number", number)
                .bindMethods(owner)
                .bind("now", now)
                .bind("key", accessKeyId)
                .bind("action", action)
                .bind("details", AuditDetails.encode(details))
                .bindByType("items", items.orElse(null), Long.class)
                .execute();
    }

    static List<AuditEntry> list(Handle handle, Owner owner, String archiveId, long afterNumber, int limit) {
        return handle.createQuery("""
                        SELECT * FROM mail_audit
                        WHERE archive = :archive AND account = :account AND region = :region AND number > :after
                        ORDER BY number LIMIT :limit""")
                .bind("archive", archiveId)
                .bindMethods(owner)
                .bind("after", afterNumber)
                .bind("limit", limit)
                .map(ENTRY)
                .list();
    }
}
