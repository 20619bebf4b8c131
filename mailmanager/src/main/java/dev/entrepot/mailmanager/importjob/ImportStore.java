package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.mailmanager.addresslist.AddressListRow;
import dev.entrepot.mailmanager.contract.ImportDataType;
import dev.entrepot.mailmanager.contract.ImportJobStatus;
import dev.entrepot.mailmanager.resource.ResourceNumber;
import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of import jobs. They go with their list. */
final class ImportStore {
    private static final String SELECT = """
            SELECT i.*, l.account, l.region, l.id AS list_id
            FROM mail_address_import i JOIN mail_address_list l ON l.number = i.list\s""";
    private static final RowMapper<ImportRow> IMPORT = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new ImportRow(
                row.getLong("number"),
                row.getLong("list"),
                new Owner(row.getString("account"), row.getString("region")),
                row.getString("list_id"),
                row.getString("id"),
                row.getString("name"),
                ImportDataType.of(row.getString("type")),
                ImportJobStatus.of(row.getString("status")),
                instants.map(row, "created_at", context),
                Optional.ofNullable(instants.map(row, "started_at", context)),
                Optional.ofNullable(instants.map(row, "ended_at", context)),
                row.getLong("imported"),
                row.getLong("failed"),
                Optional.ofNullable(row.getString("error")),
                Optional.ofNullable(row.getString("job")).flatMap(JobId::parse));
    };

    private ImportStore() {}

    static Optional<ImportRow> find(Handle handle, Owner owner, String id) {
        return handle.createQuery(SELECT + "WHERE i.id = :id AND l.account = :account AND l.region = :region")
                .bind("id", id)
                .bindMethods(owner)
                .map(IMPORT)
                .findOne();
    }

    /** The latest first. */
    static List<ImportRow> latest(Handle handle, AddressListRow list, long beforeNumber, int limit) {
        return handle.createQuery(SELECT + "WHERE i.list = ? AND i.number < ? ORDER BY i.number DESC LIMIT ?")
                .bind(0, list.number())
                .bind(1, beforeNumber)
                .bind(2, limit)
                .map(IMPORT)
                .list();
    }

    static void add(Handle handle, AddressListRow list, String id, String name, ImportDataType type, Instant now) {
        handle.createUpdate("""
                        INSERT INTO mail_address_import (number, list, id, name, type, status, created_at)
                        VALUES (:number, :list, :id, :name, :type, 'CREATED', :now)""")
                .bind("number", ResourceNumber.next(handle))
                .bind("list", list.number())
                .bind("id", id)
                .bind("name", name)
                .bind("type", type.value())
                .bind("now", now)
                .execute();
    }

    static boolean isProcessing(Handle handle, long list) {
        return handle.createQuery("SELECT count(*) FROM mail_address_import WHERE list = ? AND status = 'PROCESSING'")
                        .bind(0, list)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void start(Handle handle, ImportRow row, JobId job, Instant now) {
        handle.createUpdate("""
                        UPDATE mail_address_import SET status = 'PROCESSING', started_at = ?, job = ?
                        WHERE id = ? AND status = 'CREATED'""")
                .bind(0, now)
                .bind(1, job.toString())
                .bind(2, row.id())
                .execute();
    }

    /** So many more items have been dealt with. */
    static void count(Handle handle, String id, long imported, long failed) {
        handle.createUpdate("UPDATE mail_address_import SET imported = imported + ?, failed = failed + ? WHERE id = ?")
                .bind(0, imported)
                .bind(1, failed)
                .bind(2, id)
                .execute();
    }

    /** Whoever comes after the end changes nothing. */
    static void end(Handle handle, String id, ImportJobStatus status, Optional<String> error, Instant now) {
        handle.createUpdate("""
                        UPDATE mail_address_import SET status = :status, ended_at = :now, error = :error
                        WHERE id = :id AND status IN ('CREATED', 'PROCESSING')""")
                .bind("status", status.value())
                .bind("now", now)
                .bindByType("error", error.orElse(null), String.class)
                .bind("id", id)
                .execute();
    }

    static void removeAll(Handle handle, AddressListRow list) {
        handle.execute("DELETE FROM mail_address_import WHERE list = ?", list.number());
    }
}
