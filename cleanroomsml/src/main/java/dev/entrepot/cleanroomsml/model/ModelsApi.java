package dev.entrepot.cleanroomsml.model;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.artefact.Removal;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;

/** Audience models as a part: their kind of job and their operations. */
public final class ModelsApi {
    private final Database database;
    private final ModelCreation creation;
    private final Removal removal;

    /**
     * @param objects where training data are
     * @param all how many models an account may have
     * @param pending how many of them may be in the making
     */
    public ModelsApi(
            Database database,
            ObjectStore objects,
            TableCatalog catalog,
            Artefacts artefacts,
            Removal removal,
            Engine engine,
            TrainingLimits limits,
            Quota all,
            Quota pending,
            InstantSource clock) {
        this.database = database;
        this.creation = new ModelCreation(
                new TrainingJob(database, objects, catalog, artefacts, engine, limits, clock), all, pending, clock);
        this.removal = removal;
    }

    public JobKind<?, ?, ?> kind() {
        return creation.kind();
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens pageTokens) {
        return new ModelOperations(database, jobs, creation, removal, access, pageTokens).all();
    }
}
