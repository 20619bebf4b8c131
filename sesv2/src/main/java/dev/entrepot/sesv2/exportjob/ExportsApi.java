package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;

/** Export jobs as a part: their kind of job and their operations. */
public final class ExportsApi {
    private final Database database;
    private final InstantSource clock;
    private final ExportLimits limits;
    private final ExportJob kind;

    public ExportsApi(Database database, ObjectStore objects, InstantSource clock, ExportLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.kind = new ExportJob(database, objects, clock);
    }

    public JobKind<?, ?, ?> kind() {
        return kind;
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens pageTokens, ObjectLinks links) {
        return new ExportOperations(database, jobs, kind, clock, limits, access, pageTokens, links).all();
    }
}
