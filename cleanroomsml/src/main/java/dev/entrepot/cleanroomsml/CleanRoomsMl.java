package dev.entrepot.cleanroomsml;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.artefact.Removal;
import dev.entrepot.cleanroomsml.configured.ConfiguredModelOperations;
import dev.entrepot.cleanroomsml.configured.PolicyOperations;
import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.dataset.DatasetOperations;
import dev.entrepot.cleanroomsml.export.ExportsApi;
import dev.entrepot.cleanroomsml.generation.Collaborations;
import dev.entrepot.cleanroomsml.generation.GenerationsApi;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.model.ModelsApi;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Quota;
import dev.entrepot.cleanroomsml.resource.TagOperations;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.JsonErrorSpelling;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Clean Rooms ML audiences as a part: their tables, their kinds of job, their endpoint. */
public final class CleanRoomsMl {
    /** The tables the database must have. */
    public static final Migrations MIGRATIONS = Migrations.of("cleanroomsml", "V1__resources.sql");

    /** A query of a seed is the largest thing to send. */
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.mebibytes(4));

    private final Database database;
    private final InstantSource clock;
    private final CleanRoomsMlLimits limits;
    private final Removal removal;
    private final ModelsApi models;
    private final GenerationsApi generations;
    private final ExportsApi exports;

    /**
     * @param objects what S3 serves: training data, seeds and audiences
     * @param artefacts a store apart, for models and rankings
     * @param settings a directory that whoever runs the server may write to: {@code catalog} in it has tables,
     *     {@code collaborations.json} who works together
     * @param engine trains models and ranks users; whoever made it closes it, after the jobs
     */
    public CleanRoomsMl(
            Database database,
            ObjectStore objects,
            ObjectStore artefacts,
            Path settings,
            Engine engine,
            InstantSource clock,
            CleanRoomsMlLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        var kept = new Artefacts(artefacts);
        this.removal = new Removal(kept, clock);
        this.models = new ModelsApi(
                database,
                objects,
                new TableCatalog(settings.resolve("catalog")),
                kept,
                removal,
                engine,
                limits.training(),
                new Quota("Audience models per customer", limits.models()),
                new Quota("Pending/in-progress audience models per customer", limits.pendingModels()),
                clock);
        this.generations = new GenerationsApi(
                database,
                objects,
                kept,
                removal,
                engine,
                new Collaborations(settings.resolve("collaborations.json")),
                limits.seeds(),
                new Quota("Pending/in-progress audience generation jobs per customer", limits.pendingGenerationJobs()),
                clock);
        this.exports = new ExportsApi(
                database,
                objects,
                kept,
                new Quota("Pending/in-progress audience export jobs per customer", limits.pendingExportJobs()),
                new Quota("Active audience export jobs per audience generation job", limits.exportsOfGenerationJob()),
                clock);
    }

    public List<JobKind<?, ?, ?>> jobKinds() {
        return List.of(models.kind(), generations.kind(), exports.kind(), removal);
    }

    /** @param jobs an engine that knows {@link #jobKinds()} */
    public List<Endpoint> endpoints(Jobs jobs, Authenticator authenticator, Authorizer authorizer) {
        var access = new Access(authorizer);
        var pageTokens = PageTokens.of(database);
        var datasets = new Quota("Training datasets per customer", limits.datasets());
        var configuredModels = new Quota("Configured audience models per customer", limits.configuredModels());
        List<BoundOperation<?, ?>> operations = Stream.of(
                        new DatasetOperations(database, clock, datasets, access, pageTokens).all(),
                        models.operations(jobs, access, pageTokens),
                        new ConfiguredModelOperations(database, clock, configuredModels, access, pageTokens).all(),
                        new PolicyOperations(database, access).all(),
                        generations.operations(jobs, access, pageTokens),
                        exports.operations(jobs, access, pageTokens),
                        new TagOperations(database, access).all())
                .flatMap(List::stream)
                .toList();
        return List.of(new ServiceEndpoint(
                new RestJson1(CleanRoomsML.SERVICE, "/"),
                new JsonErrorSpelling(ConstraintErrors::spell),
                SignatureRules.version4(CleanRoomsML.SERVICE.signingName()),
                authenticator,
                BODIES,
                operations));
    }
}
