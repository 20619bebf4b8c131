package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.ExportedDomain;
import dev.entrepot.simpledb.domain.NameRange;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.GivingWay;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.StoredObject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * The export of one domain. Each part writes one data file from a range of names; keys and bytes follow from the request and
 * the domain's moment alone, so a part that runs again writes the same file again.
 */
final class ExportJob implements JobKind<ExportRequest, DataFilePart, DataFile> {
    private final Database database;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final DataFileSize fileSize;

    ExportJob(Database database, ObjectStore objects, InstantSource clock, DataFileSize fileSize) {
        this.database = database;
        this.objects = objects;
        this.clock = clock;
        this.fileSize = fileSize;
    }

    @Override
    public String name() {
        return "simpledb-export";
    }

    @Override
    public Class<ExportRequest> request() {
        return ExportRequest.class;
    }

    @Override
    public Class<DataFilePart> part() {
        return DataFilePart.class;
    }

    @Override
    public Class<DataFile> result() {
        return DataFile.class;
    }

    @Override
    public Plan<DataFilePart> plan(Job<ExportRequest> job) {
        new ExportObjects(objects, job).put(layout(job).started(), new byte[0]); // proves that the bucket takes writes
        ExportedDomain domain = database.write(handle -> moment(handle, job));
        List<NameRange> files = database.read(handle -> domain.ranges(handle, fileSize.items(), fileSize.bytes()));
        return new Plan<>(parts(files), domain.items(), domain.bytes(), domain.at());
    }

    /** The moment of the domain that the export sees; the same again when planning starts over after a crash. */
    private ExportedDomain moment(Handle handle, Job<ExportRequest> job) {
        String id = job.id().toString();
        return ExportedDomain.find(handle, id)
                .orElseGet(() -> ExportedDomain.begin(
                        handle,
                        id,
                        DomainStore.find(handle, job.owner(), job.subject())
                                .orElseThrow(
                                        () -> new JobFailed("NoSuchDomain", "The specified domain does not exist.")),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static List<DataFilePart> parts(List<NameRange> files) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> new DataFilePart(files.get(i), i + 1, files.size()))
                .toList();
    }

    @Override
    public DataFile runPart(PartRun<ExportRequest, DataFilePart> run) {
        return database.read(handle -> {
            ExportedDomain domain = ExportedDomain.find(handle, run.job().id().toString())
                    .orElseThrow(() ->
                            new IllegalStateException("Export " + run.job().id() + " has no moment"));
            return domain.documents(handle, run.part().range(), documents -> write(run, documents));
        });
    }

    private DataFile write(PartRun<ExportRequest, DataFilePart> run, Iterator<byte[]> documents) {
        DataFilePart part = run.part();
        String key = layout(run.job()).dataFile(part.number(), part.total());
        var givingWay = new GivingWay(database);
        var stream = new DataFileStream(documents, (items, bytes) -> {
            run.progress(new Counts(items, 0, bytes));
            givingWay.step();
        });
        StoredObject object = new ExportObjects(objects, run.job()).put(key, stream);
        String md5 = object.md5().orElseThrow().base64();
        return new DataFile(md5, key, stream.items(), object.size());
    }

    @Override
    public void finish(Job<ExportRequest> job, List<DataFile> files) {
        long items = files.stream().mapToLong(DataFile::dataFileItemCount).sum();
        if (items != job.expected().records()) {
            throw new IllegalStateException("Export " + job.id() + " wrote " + items + " of "
                    + job.expected().records() + " items");
        }
        var target = new ExportObjects(objects, job);
        ExportLayout layout = layout(job);
        target.put(layout.manifestFile(), Manifests.file(files));
        target.put(layout.manifestSummary(), Manifests.summary(arn(job), job, items, layout.directory()));
    }

    @Override
    public void ended(Handle handle, Job<ExportRequest> job) {
        ExportedDomain.end(handle, job.id().toString());
    }

    static ExportArn arn(Job<ExportRequest> job) {
        return new ExportArn(job.owner(), job.subject(), job.id());
    }

    static ExportLayout layout(Job<ExportRequest> job) {
        return ExportLayout.of(job.request().keyPrefix().orElse(""), job.id().toString(), job.subject());
    }
}
