package dev.entrepot.cleanroomsml.generation;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobDataSource;
import dev.entrepot.cleanroomsml.generation.GenerationJob.Generation;
import dev.entrepot.cleanroomsml.generation.GenerationJob.Outcome;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.LookalikeModel;
import dev.entrepot.cleanroomsml.lookalike.Ranking;
import dev.entrepot.cleanroomsml.lookalike.RankingSettings;
import dev.entrepot.cleanroomsml.lookalike.SeedUsers;
import dev.entrepot.cleanroomsml.model.Models;
import dev.entrepot.cleanroomsml.resource.ContractJson;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.resource.JobStatus;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.source.S3Files;
import dev.entrepot.cleanroomsml.source.S3Uri;
import dev.entrepot.cleanroomsml.source.SeedLimits;
import dev.entrepot.cleanroomsml.source.SeedSource;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Ranks all users of a model by a seed, in one part, which begins anew after a crash and comes to the same ranking. */
final class GenerationJob implements JobKind<Generation, Generation, Outcome> {
    /** The same for all, so that equal models and seeds give equal audiences. */
    private static final long RANDOM_SEED = 42;

    private final Database database;
    private final ObjectStore objects;
    private final Artefacts artefacts;
    private final Engine engine;
    private final SeedLimits limits;
    private final InstantSource clock;

    GenerationJob(
            Database database,
            ObjectStore objects,
            Artefacts artefacts,
            Engine engine,
            SeedLimits limits,
            InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.artefacts = artefacts;
        this.engine = engine;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param provider the account of the model; the engine's owner of the job is the one that started it */
    record Generation(String provider) {}

    /** @param metrics the JSON of the API's own shape */
    record Outcome(String metrics) {}

    @Override
    public String name() {
        return "cleanroomsml-generation";
    }

    @Override
    public Class<Generation> request() {
        return Generation.class;
    }

    @Override
    public Class<Generation> part() {
        return Generation.class;
    }

    @Override
    public Class<Outcome> result() {
        return Outcome.class;
    }

    /** The API tells of the resource's own row. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<Generation> plan(Job<Generation> job) {
        return new Plan<>(List.of(job.request()), 0, 0, clock.instant());
    }

    @Override
    public void planned(Handle handle, Job<Generation> job) {
        JobStatus.planned(handle, job, clock.instant());
    }

    @Override
    public Outcome runPart(PartRun<Generation, Generation> run) {
        Job<Generation> job = run.job();
        var arn = new ResourceArn(job.owner(), AUDIENCE_GENERATION_JOB, job.id().toString());
        Resource row = database.read(handle -> ResourceStore.require(handle, arn));
        Segment segment = Segment.of(row);
        Set<String> seed = seed(job, GenerationAnswers.request(row).seedAudience());
        run.checkCancelled();
        LookalikeModel model = artefacts.read(segment.modelArn(), LookalikeModel::read);
        SeedUsers matched = model.match(seed);
        if (matched.size() < segment.minMatchingSeedSize()) {
            throw FailureCode.SEED_MATCH_TOO_SMALL.because("Users of the seed that the model knows: found "
                    + matched.size() + ", needed " + segment.minMatchingSeedSize() + ".");
        }
        var settings =
                new RankingSettings(segment.sizes().stream().map(Segment::size).toList(), RANDOM_SEED, "");
        Ranking ranking = model.rank(engine, matched, settings, new Ranked(run, model.users()));
        Optional<String> key = database.read(handle -> Models.kmsKeyArn(handle, segment.modelArn()));
        artefacts.write(run, arn.in(job.request().provider()), key, ranking::write);
        return new Outcome(ContractJson.write(Quality.of(ranking.metrics(), segment.sizes())));
    }

    private Set<String> seed(Job<Generation> job, AudienceGenerationJobDataSource source) {
        var files = new S3Files(objects, job.owner(), FailureCode.SEED_NOT_FOUND, FailureCode.SEED_ACCESS_DENIED);
        return new SeedSource(files, limits)
                .read(S3Uri.parse(source.dataSource().orElseThrow().s3Uri()));
    }

    @Override
    public void finish(Job<Generation> job, List<Outcome> results) {
        database.write(handle -> {
            ResourceStore.setResult(
                    handle, job.id().toString(), results.getFirst().metrics());
            return job.id();
        });
    }

    @Override
    public void ended(Handle handle, Job<Generation> job) {
        JobStatus.ended(handle, job, clock.instant());
    }
}
