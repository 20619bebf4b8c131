package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.storage.database.Database;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The failed records of imports that have not ended, as {@link Report} spells them: one row a batch, written in the batch's own
 * transaction, and before them one for what the files begin with.
 */
final class RejectStore {
    /** The position of what both files begin with. */
    static final long HEADING = -1;

    private RejectStore() {}

    /** The two spellings of the failed records. */
    enum Spelling {
        EXPLAINED("explained"),
        RAW("raw");

        private final String column;

        Spelling(String column) {
            this.column = column;
        }
    }

    /** @param position of the batch in its file; batches are read back in this order */
    static void add(Handle handle, JobId job, long position, byte[] explained, byte[] raw) {
        handle.execute(
                "INSERT INTO sesv2_import_reject (job_id, position, explained, raw) VALUES (?, ?, ?, ?)",
                job.value(),
                position,
                explained,
                raw);
    }

    static void remove(Handle handle, JobId job) {
        handle.execute("DELETE FROM sesv2_import_reject WHERE job_id = ?", job.value());
    }

    /** All of a job in one spelling; one batch is in memory at a time. */
    static InputStream read(Database database, JobId job, Spelling spelling) {
        return new SequenceInputStream(new Batches(database, job, spelling));
    }

    private static final class Batches implements Enumeration<InputStream> {
        private final Database database;
        private final JobId job;
        private final Spelling spelling;
        private Optional<Row> next;

        Batches(Database database, JobId job, Spelling spelling) {
            this.database = database;
            this.job = job;
            this.spelling = spelling;
            this.next = after(HEADING - 1);
        }

        private record Row(long position, byte[] bytes) {}

        private Optional<Row> after(long position) {
            return database.read(handle -> handle.createQuery("SELECT position, " + spelling.column + """
                             FROM sesv2_import_reject WHERE job_id = :job AND position > :position
                            ORDER BY position LIMIT 1""")
                    .bind("job", job.value())
                    .bind("position", position)
                    .map((row, context) -> new Row(row.getLong(1), row.getBytes(2)))
                    .findOne());
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            Row row = next.orElseThrow();
            next = after(row.position());
            return new ByteArrayInputStream(row.bytes());
        }
    }
}
