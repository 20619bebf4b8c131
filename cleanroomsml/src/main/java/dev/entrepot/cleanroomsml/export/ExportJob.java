package dev.entrepot.cleanroomsml.export;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_EXPORT_JOB;
import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_GENERATION_JOB;

import dev.entrepot.cleanroomsml.artefact.Artefacts;
import dev.entrepot.cleanroomsml.contract.StartAudienceExportJobRequest;
import dev.entrepot.cleanroomsml.export.ExportJob.Export;
import dev.entrepot.cleanroomsml.export.ExportJob.Exported;
import dev.entrepot.cleanroomsml.generation.Segment;
import dev.entrepot.cleanroomsml.lookalike.Ranking;
import dev.entrepot.cleanroomsml.resource.JobStatus;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.source.S3Uri;
import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Cuts an audience from a ranking and writes it, in one part that writes the same files again when it runs again. */
final class ExportJob implements JobKind<Export, Export, Exported> {
    private final Database database;
    private final ObjectStore objects;
    private final Artefacts artefacts;
    private final InstantSource clock;

    ExportJob(Database database, ObjectStore objects, Artefacts artefacts, InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.artefacts = artefacts;
        this.clock = clock;
    }

    /** @param generationJob the id of the job whose ranking is cut */
    record Export(String generationJob) {}

    /** @param location {@code s3://bucket/prefix/}, below which the files are */
    record Exported(String location) {}

    @Override
    public String name() {
        return "cleanroomsml-export";
    }

    @Override
    public Class<Export> request() {
        return Export.class;
    }

    @Override
    public Class<Export> part() {
        return Export.class;
    }

    @Override
    public Class<Exported> result() {
        return Exported.class;
    }

    /** The API tells of the resource's own row. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<Export> plan(Job<Export> job) {
        return new Plan<>(List.of(job.request()), 0, 0, clock.instant());
    }

    @Override
    public void planned(Handle handle, Job<Export> job) {
        JobStatus.planned(handle, job, clock.instant());
    }

    @Override
    public Exported runPart(PartRun<Export, Export> run) {
        Job<Export> job = run.job();
        var export = new ResourceArn(job.owner(), AUDIENCE_EXPORT_JOB, job.id().toString());
        var generation =
                new ResourceArn(job.owner(), AUDIENCE_GENERATION_JOB, run.part().generationJob());
        StartAudienceExportJobRequest request =
                ExportAnswers.request(database.read(handle -> ResourceStore.require(handle, export)));
        Resource made = database.read(handle -> ResourceStore.require(handle, generation));
        Segment segment = Segment.of(made);
        ResourceArn providers = generation.in(segment.provider());
        Ranking ranking = artefacts.read(providers, Ranking::read);
        S3Uri directory = S3Uri.parse(segment.destination())
                .resolve(generation.id())
                .resolve(export.id())
                .resolve("");
        var files = new AudienceFiles(objects, providers.owner(), directory);
        try (Stream<String> audience =
                ranking.audience(Segment.size(request.audienceSize()), segment.seedsIncluded())) {
            files.write(audience.iterator(), bytes -> run.progress(new Counts(1, 0, bytes)));
        }
        return new Exported(directory.toString());
    }

    @Override
    public void finish(Job<Export> job, List<Exported> results) {
        database.write(handle -> {
            ResourceStore.setResult(
                    handle, job.id().toString(), results.getFirst().location());
            return job.id();
        });
    }

    @Override
    public void ended(Handle handle, Job<Export> job) {
        JobStatus.ended(handle, job, clock.instant());
    }
}
