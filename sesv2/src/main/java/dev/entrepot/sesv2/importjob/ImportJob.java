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
import org.jdbi.v3.core.Handle;

/**
 * The import of one file, in one part, for records are applied in the order of the file. The part ends well even when the file
 * cannot be read to its end: only the finish, which writes the failed records down, makes the job fail.
 */
final class ImportJob implements JobKind<ImportRequest, SourcePart, Ending> {
    /** Why a job fails whose failed records are written down. */
    static final String FAILURE = "ImportFailed";
    /** Why a job fails whose failed records nobody will see. */
    static final String UNREPORTED = "ReportFailed";

    private final Database database;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final ImportLimits limits;

    ImportJob(Database database, ObjectStore objects, InstantSource clock, ImportLimits limits) {
        this.database = database;
        this.objects = objects;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "sesv2-import";
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
    public Class<Ending> result() {
        return Ending.class;
    }

    @Override
    public Plan<SourcePart> plan(Job<ImportRequest> job) {
        SourcePart part = source(job).part(limits);
        return new Plan<>(List.of(part), 0, part.size(), clock.instant());
    }

    @Override
    public Ending runPart(PartRun<ImportRequest, SourcePart> run) {
        SourceObject source = source(run.job());
        try {
            new Loading(run, limits, source, new Targets(database, clock)).run();
            return Ending.READ;
        } catch (JobFailed | SourceUnusable failed) {
            return Ending.failed(String.valueOf(failed.getMessage()));
        } catch (IOException e) {
            return Ending.failed(String.valueOf(source.unreadable(e).getMessage()));
        }
    }

    @Override
    public void finish(Job<ImportRequest> job, List<Ending> endings) {
        if (job.done().failed() > 0) {
            new ReportObjects(database, objects).write(job);
        }
        endings.getFirst().failure().ifPresent(why -> {
            throw new JobFailed(FAILURE, why);
        });
    }

    @Override
    public void ended(Handle handle, Job<ImportRequest> job) {
        RejectStore.remove(handle, job.id());
    }

    private SourceObject source(Job<ImportRequest> job) {
        return new SourceObject(objects, job.owner(), job.request());
    }
}
