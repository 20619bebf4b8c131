package dev.entrepot.mailmanager.search;

import dev.entrepot.jobs.JobHistory;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.selection.ArchiveJobs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;

/** Searches as a part: their kind of job and their operations. */
public final class Searches {
    private final Database database;
    private final InstantSource clock;
    private final SearchLimits limits;
    private final SearchJob kind;

    public Searches(Database database, InstantSource clock, SearchLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.kind = new SearchJob(database, clock);
    }

    public JobKind<?, ?, ?> kind() {
        return kind;
    }

    /** Forgets searches when their time is over. */
    public RecurringWork history() {
        return new JobHistory(database, clock, kind, ArchiveJobs.REMEMBERED);
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, Paging paging, Audit audit) {
        var searches = new ArchiveJobs<>(access, database, clock, jobs, kind, "search", paging);
        return new SearchOperations(database, clock, jobs, kind, limits, searches, audit).all();
    }
}
