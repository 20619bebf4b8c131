package dev.entrepot.jobs;

import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The rows of {@code job}. Each change of state names the state it starts from, so that whoever is late changes nothing; the
 * methods tell whether they did.
 */
final class JobStore {
    private JobStore() {}

    static <Q> void add(
            Handle handle,
            JobId id,
            Owner owner,
            String kind,
            String subject,
            Q request,
            Instant now,
            Optional<Origin> origin) {
        handle.createUpdate("""
                        INSERT INTO job (id, account, region, kind, subject, request, state, requested_at,
                            access_key_id, request_id)
                        VALUES (:id, :account, :region, :kind, :subject, :request, 'QUEUED', :now,
                            :accessKeyId, :requestId)""")
                .bind("id", id.value())
                .bindMethods(owner)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("request", Json.write(request))
                .bind("now", now)
                .bindByType("accessKeyId", origin.map(Origin::accessKeyId).orElse(null), String.class)
                .bindByType("requestId", origin.map(Origin::requestId).orElse(null), String.class)
                .execute();
    }

    static <Q> Optional<Job<Q>> find(Handle handle, JobKind<Q, ?, ?> kind, JobId id) {
        return handle.createQuery(JobRow.SELECT + "WHERE id = :id AND kind = :kind")
                .bind("id", id.value())
                .bind("kind", kind.name())
                .map((row, context) -> JobRow.map(row, context, kind.request()))
                .findOne();
    }

    static Optional<String> kindOf(Handle handle, JobId id) {
        return handle.createQuery("SELECT kind FROM job WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    static boolean isRunning(Handle handle, JobId id) {
        return handle.createQuery("SELECT count(*) FROM job WHERE id = :id AND state = 'RUNNING'")
                        .bind("id", id.value())
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    /** A job that was being prepared when its node died is prepared anew. */
    static boolean prepare(Handle handle, JobId id, Instant now) {
        return handle.createUpdate("""
                        UPDATE job SET state = 'PREPARING', started_at = COALESCE(started_at, :now)
                        WHERE id = :id AND state IN ('QUEUED', 'PREPARING')""").bind("id", id.value()).bind("now", now).execute() == 1;
    }

    static boolean planned(Handle handle, JobId id, Plan<?> plan) {
        return handle.createUpdate("""
                        UPDATE job
                        SET state = 'RUNNING', cutoff = :cutoff, open_parts = :parts,
                            total_records = :records, total_bytes = :bytes
                        WHERE id = :id AND state = 'PREPARING'""")
                        .bind("id", id.value())
                        .bind("cutoff", plan.cutoff())
                        .bind("parts", plan.parts().size())
                        .bind("records", plan.records())
                        .bind("bytes", plan.bytes())
                        .execute()
                == 1;
    }

    /** Further parts of a job all of whose parts were done. */
    static void reopen(Handle handle, JobId id, int parts) {
        handle.createUpdate("UPDATE job SET open_parts = open_parts + :parts WHERE id = :id")
                .bind("id", id.value())
                .bind("parts", parts)
                .execute();
    }

    /** How many parts are open after one was done; nothing when the job has ended. */
    static Optional<Integer> partDone(Handle handle, JobId id) {
        return handle.createQuery("""
                        UPDATE job SET open_parts = open_parts - 1 WHERE id = :id AND state = 'RUNNING'
                        RETURNING open_parts""")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne();
    }

    /** Ends the job, if it has not ended: its parts go, and with them the right of any run to commit. */
    static boolean end(Handle handle, JobId id, JobState state, Optional<JobFailure> failure, Instant now) {
        int ended = handle.createUpdate("""
                        UPDATE job
                        SET state = :state, ended_at = :now, failure_code = :code, failure_message = :message,
                            done_records = (SELECT COALESCE(SUM(done_records + live_records), 0) FROM job_part
                                            WHERE job_id = :id),
                            done_failed = (SELECT COALESCE(SUM(done_failed + live_failed), 0) FROM job_part
                                           WHERE job_id = :id),
                            done_bytes = (SELECT COALESCE(SUM(done_bytes + live_bytes), 0) FROM job_part
                                          WHERE job_id = :id)
                        WHERE id = :id AND state IN ('QUEUED', 'PREPARING', 'RUNNING')""")
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("now", now)
                .bindByType("code", failure.map(JobFailure::code).orElse(null), String.class)
                .bindByType("message", failure.map(JobFailure::message).orElse(null), String.class)
                .execute();
        handle.createUpdate("DELETE FROM job_part WHERE job_id = :id")
                .bind("id", id.value())
                .execute();
        return ended == 1;
    }

    static <Q> List<Job<Q>> list(Handle handle, Owner owner, JobKind<Q, ?, ?> kind, JobFilter filter) {
        var query = handle.createQuery(JobRow.SELECT
                        + "WHERE account = :account AND region = :region AND kind = :kind"
                        + (filter.subject().isPresent() ? " AND subject = :subject" : "")
                        + (filter.requestedSince().isPresent() ? " AND requested_at >= :since" : "")
                        + (filter.after().isPresent() ? " AND (requested_at, id) > (:afterTime, :afterId)" : "")
                        + " ORDER BY requested_at, id LIMIT :limit")
                .bindMethods(owner)
                .bind("kind", kind.name())
                .bind("limit", filter.limit());
        filter.subject().ifPresent(subject -> query.bind("subject", subject));
        filter.requestedSince().ifPresent(since -> query.bind("since", since));
        filter.after()
                .ifPresent(after -> query.bind("afterTime", after.requestedAt())
                        .bind("afterId", after.id().value()));
        return query.map((row, context) -> JobRow.map(row, context, kind.request()))
                .list();
    }

    static <Q> List<Job<Q>> latest(
            Handle handle,
            Owner owner,
            JobKind<Q, ?, ?> kind,
            Optional<String> subject,
            boolean onlyActive,
            Optional<JobPosition> before,
            int limit) {
        var query = handle.createQuery(JobRow.SELECT
                        + "WHERE account = :account AND region = :region AND kind = :kind"
                        + (subject.isPresent() ? " AND subject = :subject" : "")
                        + (onlyActive ? " AND state IN ('QUEUED', 'PREPARING', 'RUNNING')" : "")
                        + (before.isPresent() ? " AND (requested_at, id) < (:beforeTime, :beforeId)" : "")
                        + " ORDER BY requested_at DESC, id DESC LIMIT :limit")
                .bindMethods(owner)
                .bind("kind", kind.name())
                .bind("limit", limit);
        subject.ifPresent(name -> query.bind("subject", name));
        before.ifPresent(position -> query.bind("beforeTime", position.requestedAt())
                .bind("beforeId", position.id().value()));
        return query.map((row, context) -> JobRow.map(row, context, kind.request()))
                .list();
    }

    static int active(Handle handle, Owner owner, String kind) {
        return handle.createQuery("""
                        SELECT count(*) FROM job
                        WHERE account = :account AND region = :region AND kind = :kind
                            AND state IN ('QUEUED', 'PREPARING', 'RUNNING')""")
                .bindMethods(owner)
                .bind("kind", kind)
                .mapTo(int.class)
                .one();
    }

    static long count(Handle handle, Owner owner, String kind, Optional<String> subject, Instant since) {
        var query = handle.createQuery("""
                        SELECT count(*) FROM job
                        WHERE account = :account AND region = :region AND kind = :kind AND requested_at >= :since""" + (subject.isPresent() ? " AND subject = :subject" : ""))
                .bindMethods(owner)
                .bind("kind", kind)
                .bind("since", since);
        subject.ifPresent(name -> query.bind("subject", name));
        return query.mapTo(long.class).one();
    }

    static boolean active(Handle handle, Owner owner, String kind, String subject) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM job
                        WHERE account = :account AND region = :region AND kind = :kind AND subject = :subject
                            AND state IN ('QUEUED', 'PREPARING', 'RUNNING'))""")
                .bindMethods(owner)
                .bind("kind", kind)
                .bind("subject", subject)
                .mapTo(boolean.class)
                .one();
    }

    static List<JobId> activeIds(Handle handle, Owner owner, String kind, String subject) {
        return handle.createQuery("""
                        SELECT id FROM job
                        WHERE account = :account AND region = :region AND kind = :kind AND subject = :subject
                            AND state IN ('QUEUED', 'PREPARING', 'RUNNING')""")
                .bindMethods(owner)
                .bind("kind", kind)
                .bind("subject", subject)
                .map((row, context) -> JobId.parse(row.getString("id")).orElseThrow())
                .list();
    }

    /** Some of those that ended at a moment or before. */
    static List<JobId> endedUntil(Handle handle, String kind, Instant until, int limit) {
        return handle.createQuery("SELECT id FROM job WHERE kind = ? AND ended_at <= ? LIMIT ?")
                .bind(0, kind)
                .bind(1, until)
                .bind(2, limit)
                .map((row, context) -> JobId.parse(row.getString("id")).orElseThrow())
                .list();
    }

    static void remove(Handle handle, JobId id) {
        handle.execute("DELETE FROM job WHERE id = ?", id.value());
    }
}
