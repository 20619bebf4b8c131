package dev.entrepot.cleanroomsml.generation;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.artefact.Removal;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.cleanroomsml.source.SeedLimits;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;

/** Audience generation jobs as a part: their kind of job and their operations. */
public final class GenerationsApi {
    private final Database database;
    private final GenerationStart start;
    private final Collaborations collaborations;
    private final Removal removal;

    /**
     * @param objects where seeds are
     * @param pending how many jobs an account may have in the making
     */
    public GenerationsApi(
            Database database,
            ObjectStore objects,
            Artefacts artefacts,
            Removal removal,
            Engine engine,
            Collaborations collaborations,
            SeedLimits limits,
            Quota pending,
            InstantSource clock) {
        this.database = database;
        this.start = new GenerationStart(
                new GenerationJob(database, objects, artefacts, engine, limits, clock), pending, clock);
        this.collaborations = collaborations;
        this.removal = removal;
    }

    public JobKind<?, ?, ?> kind() {
        return start.kind();
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens pageTokens) {
        return new GenerationOperations(database, jobs, start, collaborations, removal, access, pageTokens).all();
    }
}
