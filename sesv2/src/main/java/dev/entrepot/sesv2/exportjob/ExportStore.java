package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.JobId;
import org.jdbi.v3.core.Handle;

/** The table of what exports came to, beside what the engine knows of every job. */
final class ExportStore {
    private ExportStore() {}

    static void put(Handle handle, JobId job, Exported exported) {
        handle.createUpdate("""
                        INSERT INTO sesv2_export (job_id, exported) VALUES (:job, :exported)
                        ON CONFLICT (job_id) DO UPDATE SET exported = excluded.exported""")
                .bind("job", job.value())
                .bind("exported", exported.records())
                .execute();
    }

    /** 0 for an export that has not come to its end. */
    static long exported(Handle handle, JobId job) {
        return handle.createQuery("SELECT exported FROM sesv2_export WHERE job_id = :job")
                .bind("job", job.value())
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }
}
