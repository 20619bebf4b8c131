package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.sesv2.source.SourceUnusable;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** An import that is only thought through, in one part; its result is a small object. Run again, it begins anew. */
final class DryRunJob implements JobKind<ImportRequest, SourcePart, Changes> {
    private final Database database;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final ImportLimits limits;

    DryRunJob(Database database, ObjectStore objects, InstantSource clock, ImportLimits limits) {
        this.database = database;
        this.objects = objects;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "sesv2-import-dry-run";
    }

    @Override
    public Class<ImportRequest> request() {
        return ImportRequest.class;
    }

    @Override
    public Class<SourcePart> part() {
        return SourcePart.class;
    }

    @Override
    public Class<Changes> result() {
        return Changes.class;
    }

    /** No API of AWS's tells of it. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<SourcePart> plan(Job<ImportRequest> job) {
        SourcePart part = source(job).part(limits);
        return new Plan<>(List.of(part), 0, part.size(), clock.instant());
    }

    @Override
    public Changes runPart(PartRun<ImportRequest, SourcePart> run) {
        SourceObject source = source(run.job());
        try {
            var file = SourceFile.open(source, run.part().etag());
            Target<?> target =
                    new Targets(database, clock).of(run.job().owner(), run.job().request(), file.header());
            Changes changes = new DryRun<>(run, database, file, target, file.requireFew(limits, run)).run();
            source.requireUnchanged(run.part().etag());
            return changes;
        } catch (SourceUnusable unusable) {
            throw new JobFailed(ImportJob.FAILURE, String.valueOf(unusable.getMessage()));
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    @Override
    public void finish(Job<ImportRequest> job, List<Changes> changes) {
        new ReportObjects(database, objects).write(job, changes.getFirst());
    }

    private SourceObject source(Job<ImportRequest> job) {
        return new SourceObject(objects, job.owner(), job.request());
    }
}
