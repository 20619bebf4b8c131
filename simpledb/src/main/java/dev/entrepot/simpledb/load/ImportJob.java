package dev.entrepot.simpledb.load;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.simpledb.classic.DomainLimits;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.simpledb.load.FilePart.Step;
import dev.entrepot.simpledb.load.contract.SourceFormat;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.StoredObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * An import into one domain. Its first parts verify the source's files; only when all of them are good come the parts that load
 * them, and the domain is made if it is not there. So a source that is wrong anywhere changes nothing.
 */
final class ImportJob implements JobKind<ImportRequest, FilePart, FilePart> {
    private final ObjectStore objects;
    private final InstantSource clock;
    private final DomainLimits limits;
    private final Settler settler;

    ImportJob(ObjectStore objects, InstantSource clock, DomainLimits limits, Settler settler) {
        this.objects = objects;
        this.clock = clock;
        this.limits = limits;
        this.settler = settler;
    }

    @Override
    public String name() {
        return "simpledb-import";
    }

    @Override
    public Class<ImportRequest> request() {
        return ImportRequest.class;
    }

    @Override
    public Class<FilePart> part() {
        return FilePart.class;
    }

    @Override
    public Class<FilePart> result() {
        return FilePart.class;
    }

    /** No API of AWS's tells of it. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<FilePart> plan(Job<ImportRequest> job) {
        ImportRequest request = job.request();
        if (request.format() == SourceFormat.EXPORT) {
            var listing = new ExportManifests(source(job), request.key()).read();
            return plan(listing.files(), listing.items());
        }
        StoredObject object = source(job).head(request.key());
        return plan(List.of(new SourceFile(object.key(), object.size(), object.etag(), Optional.empty())), 0);
    }

    private Plan<FilePart> plan(List<SourceFile> files, long items) {
        long bytes = files.stream().mapToLong(SourceFile::size).sum();
        return new Plan<>(files.stream().map(FilePart::verify).toList(), items, 2 * bytes, clock.instant());
    }

    @Override
    public FilePart runPart(PartRun<ImportRequest, FilePart> run) {
        switch (run.part().step()) {
            case VERIFY -> new Verification(run, source(run.job())).run();
            case LOAD -> new Loading(run, source(run.job()), limits, settler).run();
        }
        return run.part();
    }

    @Override
    public List<FilePart> next(Handle handle, Job<ImportRequest> job, List<FilePart> done) {
        if (done.stream().anyMatch(part -> part.step() == Step.LOAD)) {
            return List.of();
        }
        Domain domain = domain(handle, job);
        return done.stream()
                .map(verified -> new FilePart(Step.LOAD, verified.file(), domain.id()))
                .toList();
    }

    private Domain domain(Handle handle, Job<ImportRequest> job) {
        String name = job.request().domainName();
        if (DomainStore.find(handle, job.owner(), name).isEmpty()
                && DomainStore.count(handle, job.owner()) >= limits.domains()) {
            throw new JobFailed("NumberDomainsExceeded", "The domain limit was exceeded.");
        }
        DomainStore.create(handle, job.owner(), name);
        return DomainStore.find(handle, job.owner(), name).orElseThrow();
    }

    @Override
    public void finish(Job<ImportRequest> job, List<FilePart> done) {
        // All is in the domain.
    }

    private SourceObjects source(Job<ImportRequest> job) {
        return new SourceObjects(objects, job.owner(), job.request().bucket());
    }

    /** In the source's bucket. */
    static String rejectedKey(JobId job) {
        return "entrepot-imports/" + job + "/rejected.ndjson";
    }
}
