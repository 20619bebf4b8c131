package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.JobHistory;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.selection.ArchiveJobs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.wire.service.BoundOperation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Exports as a part: their kind of job and their operations. */
public final class Exports {
    private final Database database;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final ExportLimits limits;
    private final ExportForm form;
    private final Audit audit;
    private final Sidecars sidecars;
    private final ExportJob kind;

    /** @param objects where exports are written to */
    public Exports(
            Database database,
            Packs packs,
            ObjectStore objects,
            InstantSource clock,
            ExportLimits limits,
            ExportForm form,
            Audit audit) {
        this.database = database;
        this.objects = objects;
        this.clock = clock;
        this.limits = limits;
        this.form = form;
        this.audit = audit;
        this.sidecars = new Sidecars(database, objects);
        this.kind = new ExportJob(database, packs, objects, clock, limits, sidecars, audit);
    }

    public JobKind<?, ?, ?> kind() {
        return kind;
    }

    /** Forgets exports when their time is over, and tidies up after them. */
    public List<RecurringWork> recurringWork() {
        return List.of(
                new JobHistory(database, clock, kind, ArchiveJobs.REMEMBERED), new Tidying(database, clock, sidecars));
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, Paging paging) {
        var exports = new ArchiveJobs<>(access, database, clock, jobs, kind, "export", paging);
        var destinations = new DestinationCheck(access, objects);
        return new ExportOperations(database, jobs, kind, limits, form, destinations, sidecars, exports, audit).all();
    }

    /** Since when an export that is under way has been reading the archive; the oldest one counts. */
    public static Optional<Instant> readingSince(Handle handle, ArchiveRow archive) {
        return ExportStore.oldest(handle, archive.number());
    }
}
