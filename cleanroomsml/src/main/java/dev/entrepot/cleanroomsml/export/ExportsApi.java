package dev.entrepot.cleanroomsml.export;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;

/** Audience export jobs as a part: their kind of job and their operations. */
public final class ExportsApi {
    private final Database database;
    private final ExportStart start;

    /**
     * @param objects where audiences go
     * @param pending how many exports an account may have under way
     * @param active how many exports a generation job may have
     */
    public ExportsApi(
            Database database,
            ObjectStore objects,
            Artefacts artefacts,
            Quota pending,
            Quota active,
            InstantSource clock) {
        this.database = database;
        this.start = new ExportStart(new ExportJob(database, objects, artefacts, clock), pending, active, clock);
    }

    public JobKind<?, ?, ?> kind() {
        return start.kind();
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens pageTokens) {
        return new ExportOperations(database, jobs, start, access, pageTokens).all();
    }
}
