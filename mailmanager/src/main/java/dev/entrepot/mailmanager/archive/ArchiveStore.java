package dev.entrepot.mailmanager.archive;

import dev.entrepot.mailmanager.contract.RetentionPeriod;
import dev.entrepot.mailmanager.resource.ResourceNumber;
import dev.entrepot.mailmanager.resource.TagStore;
import dev.entrepot.storage.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The table of archives. One whose thirty days are over is as good as gone, though its row may still be there. */
public final class ArchiveStore {
    private static final RowMapper<ArchiveRow> ARCHIVE = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new ArchiveRow(
                row.getLong("number"),
                new Owner(row.getString("account"), row.getString("region")),
                row.getString("id"),
                row.getString("name"),
                RetentionPeriod.of(row.getString("retention")),
                Optional.of(row.getString("kms_key_arn")).filter(arn -> !arn.isEmpty()),
                instants.map(row, "created_at", context),
                instants.map(row, "updated_at", context),
                Optional.ofNullable(instants.map(row, "retention_changed_at", context)),
                Optional.ofNullable(instants.map(row, "deleted_at", context)));
    };
    /** From the request to delete an archive until it is gone (dossier, section 2.8). */
    private static final Duration UNTIL_DELETION = Duration.ofDays(30);
    /** After every other moment. */
    private static final Instant NEVER = Instant.ofEpochMilli(1L << 50);

    private static final String THERE = "(deleted_at IS NULL OR deleted_at > :now)";

    private ArchiveStore() {}

    public static Optional<ArchiveRow> find(Handle handle, Owner owner, String id, Instant now) {
        return owned(
                        handle,
                        "SELECT * FROM mail_archive WHERE account = :account AND region = :region AND id = :id AND "
                                + THERE,
                        owner,
                        now)
                .bind("id", id)
                .map(ARCHIVE)
                .findOne();
    }

    public static Optional<ArchiveRow> findNamed(Handle handle, Owner owner, String name, Instant now) {
        return owned(
                        handle,
                        "SELECT * FROM mail_archive WHERE account = :account AND region = :region AND name = :name AND "
                                + THERE,
                        owner,
                        now)
                .bind("name", name)
                .map(ARCHIVE)
                .findOne();
    }

    /** Whosever it is: for mail that comes in, and for what an earlier request has led to. */
    public static Optional<ArchiveRow> find(Handle handle, String id, Instant now) {
        return handle.createQuery("SELECT * FROM mail_archive WHERE id = :id AND " + THERE)
                .bind("id", id)
                .bind("now", now)
                .map(ARCHIVE)
                .findOne();
    }

    public static Optional<ArchiveRow> find(Handle handle, long number, Instant now) {
        return handle.createQuery("SELECT * FROM mail_archive WHERE number = :number AND " + THERE)
                .bind("number", number)
                .bind("now", now)
                .map(ARCHIVE)
                .findOne();
    }

    /** Every archive of everyone, also those whose time is over. */
    public static List<ArchiveRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM mail_archive ORDER BY number")
                .map(ARCHIVE)
                .list();
    }

    /** In the order they were made. */
    static List<ArchiveRow> list(Handle handle, Owner owner, long afterNumber, int limit, Instant now) {
        return owned(
                        handle,
                        "SELECT * FROM mail_archive WHERE account = :account AND region = :region AND "
                                + "number > :after AND " + THERE + " ORDER BY number LIMIT :limit",
                        owner,
                        now)
                .bind("after", afterNumber)
                .bind("limit", limit)
                .map(ARCHIVE)
                .list();
    }

    static int countActive(Handle handle, Owner owner) {
        return handle.createQuery("""
                        SELECT count(*) FROM mail_archive
                        WHERE account = ? AND region = ? AND deleted_at IS NULL""")
                .bind(0, owner.account())
                .bind(1, owner.region())
                .mapTo(Integer.class)
                .one();
    }

    /** An archive that is gone gives its name up here, should the sweeper not have come by yet. */
    static boolean isTaken(Handle handle, Owner owner, String name, Instant now) {
        handle.createUpdate("""
                        UPDATE mail_archive SET name = '-' || id
                        WHERE account = :account AND region = :region AND name = :name AND deleted_at <= :now""")
                .bindMethods(owner)
                .bind("name", name)
                .bind("now", now)
                .execute();
        return owned(
                        handle,
                        "SELECT 1 FROM mail_archive WHERE account = :account AND region = :region AND name = :name "
                                + "AND " + THERE,
                        owner,
                        now)
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Query owned(Handle handle, String sql, Owner owner, Instant now) {
        return handle.createQuery(sql).bindMethods(owner).bind("now", now);
    }

    static void add(
            Handle handle,
            Owner owner,
            String id,
            String name,
            RetentionPeriod retention,
            Optional<String> kmsKeyArn,
            Instant now) {
        handle.createUpdate("""
                        INSERT INTO mail_archive
                            (number, account, region, id, name, retention, kms_key_arn, created_at, updated_at)
                        VALUES (:number, :account, :region, :id, :name, :retention, :key, :now, :now)""")
                .bindMethods(owner)
                .bind("number", ResourceNumber.next(handle))
                .bind("id", id)
                .bind("name", name)
                .bind("retention", retention.value())
                .bind("key", kmsKeyArn.orElse(""))
                .bind("now", now)
                .execute();
    }

    static void rename(Handle handle, ArchiveRow archive, String name, Instant now) {
        handle.createUpdate("UPDATE mail_archive SET name = ?, updated_at = ? WHERE number = ?")
                .bind(0, name)
                .bind(1, now)
                .bind(2, archive.number())
                .execute();
    }

    static void changeRetention(Handle handle, ArchiveRow archive, RetentionPeriod retention, Instant now) {
        handle.createUpdate("""
                        UPDATE mail_archive SET retention = :retention, retention_changed_at = :now, updated_at = :now
                        WHERE number = :number""")
                .bind("retention", retention.value())
                .bind("now", now)
                .bind("number", archive.number())
                .execute();
    }

    static void markDeleted(Handle handle, ArchiveRow archive, Instant now) {
        handle.createUpdate("UPDATE mail_archive SET deleted_at = ?, updated_at = ? WHERE number = ?")
                .bind(0, now.plus(UNTIL_DELETION))
                .bind(1, now)
                .bind(2, archive.number())
                .execute();
    }

    /** Keeps others from taking it until the transaction ends: those who hold or remove messages, and arrivals. */
    public static void take(Handle handle, ArchiveRow archive) {
        handle.execute("UPDATE mail_archive SET number = number WHERE number = ?", archive.number());
    }

    /** While something is held, the days until an archive that was deleted is gone do not pass. */
    public static void stopDeletion(Handle handle, ArchiveRow archive) {
        handle.execute(
                "UPDATE mail_archive SET deleted_at = ? WHERE number = ? AND deleted_at IS NOT NULL",
                NEVER,
                archive.number());
    }

    /** They begin anew. */
    public static void goOnWithDeletion(Handle handle, ArchiveRow archive, Instant now) {
        handle.execute(
                "UPDATE mail_archive SET deleted_at = ? WHERE number = ? AND deleted_at IS NOT NULL",
                now.plus(UNTIL_DELETION),
                archive.number());
    }

    /** How many messages have ever arrived. */
    public static long arrivals(Handle handle, ArchiveRow archive) {
        return handle.createQuery("SELECT arrivals FROM mail_archive WHERE number = ?")
                .bind(0, archive.number())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Takes the next numbers of arrivals, and with them the archive's row until the transaction ends; later numbers are thus
     * later commits. Nothing when the archive has been deleted.
     *
     * @return the last of the numbers
     */
    public static Optional<Long> takeArrivals(Handle handle, ArchiveRow archive, long count) {
        return handle.createQuery("""
                        UPDATE mail_archive SET arrivals = arrivals + ? WHERE number = ? AND deleted_at IS NULL
                        RETURNING arrivals""")
                .bind(0, count)
                .bind(1, archive.number())
                .mapTo(Long.class)
                .findOne();
    }

    /** Once nothing of its content is left. */
    public static void remove(Handle handle, ArchiveRow archive) {
        TagStore.removeAll(handle, archive.id());
        handle.execute("DELETE FROM mail_archive WHERE number = ?", archive.number());
    }
}
