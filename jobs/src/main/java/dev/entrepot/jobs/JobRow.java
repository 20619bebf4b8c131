package dev.entrepot.jobs;

import dev.entrepot.storage.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A job's row as it is kept, its request still JSON. */
final class JobRow {
    /** All of a job, with what its parts have done so far. */
    static final String SELECT = """
            SELECT job.*,
                done_records + COALESCE((SELECT SUM(done_records + live_records) FROM job_part WHERE job_id = id), 0)
                    AS records,
                done_failed + COALESCE((SELECT SUM(done_failed + live_failed) FROM job_part WHERE job_id = id), 0)
                    AS failed,
                done_bytes + COALESCE((SELECT SUM(done_bytes + live_bytes) FROM job_part WHERE job_id = id), 0)
                    AS bytes
            FROM job
            """;

    private JobRow() {}

    static <Q> Job<Q> map(ResultSet row, StatementContext context, Class<Q> request) throws SQLException {
        return new Job<>(
                JobId.parse(row.getString("id")).orElseThrow(),
                new Owner(row.getString("account"), row.getString("region")),
                row.getString("kind"),
                row.getString("subject"),
                Json.read(row.getString("request"), request),
                JobState.valueOf(row.getString("state")),
                instant(row, context, "requested_at").orElseThrow(),
                instant(row, context, "cutoff"),
                instant(row, context, "started_at"),
                instant(row, context, "ended_at"),
                new Counts(row.getLong("total_records"), 0, row.getLong("total_bytes")),
                new Counts(row.getLong("records"), row.getLong("failed"), row.getLong("bytes")),
                failure(row),
                origin(row));
    }

    private static Optional<Instant> instant(ResultSet row, StatementContext context, String column)
            throws SQLException {
        return Optional.ofNullable(
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, column, context));
    }

    private static Optional<Origin> origin(ResultSet row) throws SQLException {
        @Nullable String accessKeyId = row.getString("access_key_id");
        return accessKeyId == null
                ? Optional.empty()
                : Optional.of(new Origin(accessKeyId, String.valueOf(row.getString("request_id"))));
    }

    private static Optional<JobFailure> failure(ResultSet row) throws SQLException {
        @Nullable String code = row.getString("failure_code");
        return code == null
                ? Optional.empty()
                : Optional.of(new JobFailure(code, String.valueOf(row.getString("failure_message"))));
    }
}
