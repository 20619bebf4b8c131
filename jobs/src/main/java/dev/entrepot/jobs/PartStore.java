package dev.entrepot.jobs;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of {@code job_part}. Whatever a run changes it changes as its attempt; the methods tell whether it still could. */
final class PartStore {
    private static final String OF_THIS_ATTEMPT =
            " WHERE job_id = :job AND number = :number AND attempt = :attempt AND open = 1";

    private PartStore() {}

    /** What a run of a part begins with. */
    record Begun(PartId part, int attempt, String request, Optional<String> checkpoint) {}

    /** How many parts the job has so far, done or not; none once it has ended. */
    static int count(Handle handle, JobId job) {
        return handle.createQuery("SELECT count(*) FROM job_part WHERE job_id = :job")
                .bind("job", job.value())
                .mapTo(int.class)
                .one();
    }

    /** @param first the number of the first of them */
    static void add(Handle handle, JobId job, int first, List<?> parts) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO job_part (job_id, number, request) VALUES (:job, :number, :request)");
        for (int i = 0; i < parts.size(); i++) {
            batch.bind("job", job.value())
                    .bind("number", first + i)
                    .bind("request", Json.write(parts.get(i)))
                    .add();
        }
        batch.execute();
    }

    /** Begins a run, which supersedes any earlier one; nothing when the part is done or its job has ended. */
    static Optional<Begun> begin(Handle handle, PartId part) {
        return of(part, handle.createQuery("""
                        UPDATE job_part SET attempt = attempt + 1, live_records = 0, live_failed = 0, live_bytes = 0
                        WHERE job_id = :job AND number = :number AND open = 1
                        RETURNING attempt, request, checkpoint"""))
                .map((row, context) -> new Begun(
                        part,
                        row.getInt("attempt"),
                        row.getString("request"),
                        Optional.ofNullable(row.getString("checkpoint"))))
                .findOne();
    }

    static boolean advance(Handle handle, Begun run, String checkpoint, Counts batch) {
        return ofRun(run, handle.createUpdate("""
                        UPDATE job_part
                        SET checkpoint = :checkpoint, done_records = done_records + :records,
                            done_failed = done_failed + :failed, done_bytes = done_bytes + :bytes""" + OF_THIS_ATTEMPT))
                        .bind("checkpoint", checkpoint)
                        .bindMethods(batch)
                        .execute()
                == 1;
    }

    static boolean report(Handle handle, Begun run, Counts live) {
        return ofRun(run, handle.createUpdate("""
                        UPDATE job_part SET live_records = :records, live_failed = :failed, live_bytes = :bytes""" + OF_THIS_ATTEMPT))
                        .bindMethods(live)
                        .execute()
                == 1;
    }

    static boolean isCurrent(Handle handle, Begun run) {
        return ofRun(run, handle.createQuery("SELECT count(*) FROM job_part" + OF_THIS_ATTEMPT))
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    static boolean done(Handle handle, Begun run, Counts live, String result) {
        return ofRun(run, handle.createUpdate("""
                        UPDATE job_part
                        SET open = 0, result = :result,
                            live_records = :records, live_failed = :failed, live_bytes = :bytes""" + OF_THIS_ATTEMPT))
                        .bind("result", result)
                        .bindMethods(live)
                        .execute()
                == 1;
    }

    static <R> List<R> results(Handle handle, JobId job, Class<R> type) {
        return handle.createQuery("SELECT result FROM job_part WHERE job_id = :job AND open = 0 ORDER BY number")
                .bind("job", job.value())
                .map((row, context) -> Json.read(row.getString("result"), type))
                .list();
    }

    private static <S extends SqlStatement<S>> S of(PartId part, S statement) {
        return statement.bind("job", part.job().value()).bind("number", part.number());
    }

    private static <S extends SqlStatement<S>> S ofRun(Begun run, S statement) {
        return of(run.part(), statement).bind("attempt", run.attempt());
    }
}
