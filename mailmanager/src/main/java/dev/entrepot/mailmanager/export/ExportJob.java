package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobCancelled;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Origin;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.contract.ExportState;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.mailmanager.pack.Place;
import dev.entrepot.mailmanager.selection.Selection;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectBatch;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.wire.auth.Caller;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/**
 * An export: the plan freezes the list of messages, each part writes some of them. A part that runs again writes the same objects
 * again, so each message is there once.
 */
final class ExportJob implements JobKind<ExportRequest, ExportJob.PartNumber, WrittenPart> {
    /** So often, at most, the status of an export that goes on is written: evenly over its parts. */
    private static final int MILESTONES = 20;

    private static final Comparator<MessageRow> BY_PLACE = Comparator.comparing(
            MessageRow::place,
            Comparator.comparingLong(Place::pack)
                    .thenComparingLong(Place::frame)
                    .thenComparingLong(Place::position));

    private final Database database;
    private final Packs packs;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final ExportLimits limits;
    private final Sidecars sidecars;
    private final Audit audit;

    ExportJob(
            Database database,
            Packs packs,
            ObjectStore objects,
            InstantSource clock,
            ExportLimits limits,
            Sidecars sidecars,
            Audit audit) {
        this.database = database;
        this.packs = packs;
        this.objects = objects;
        this.clock = clock;
        this.limits = limits;
        this.sidecars = sidecars;
        this.audit = audit;
    }

    record PartNumber(int number) {}

    @Override
    public String name() {
        return "mailmanager-export";
    }

    @Override
    public Class<ExportRequest> request() {
        return ExportRequest.class;
    }

    @Override
    public Class<PartNumber> part() {
        return PartNumber.class;
    }

    @Override
    public Class<WrittenPart> result() {
        return WrittenPart.class;
    }

    @Override
    public Plan<PartNumber> plan(Job<ExportRequest> job) {
        Instant now = clock.instant();
        ArchiveRow archive = archive(job);
        ExportRow export = row(job);
        sidecars.begin(export); // proves that the bucket takes writes
        database.write(handle -> {
            ExportStore.begin(handle, export, archive.number(), now);
            return export;
        });
        var frozen = new Frozen(
                archive.number(),
                job.request().maxResults().orElse(limits.messages()),
                job.request().form().format());
        database.read(handle -> {
            new Selection(archive, job.request().criteria(), now).newestFirst(handle, () -> {}, frozen::add);
            return frozen;
        });
        List<LongStream> parts = frozen.parts();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            database.writeBatch(handle -> {
                ExportStore.addPart(handle, export.id(), part, parts.get(part));
                return part;
            });
        }
        database.write(handle -> {
            ExportStore.frozen(handle, export.id(), frozen);
            return frozen;
        });
        if (parts.size() > 1) {
            sidecars.progress(export.id());
        }
        return new Plan<>(
                IntStream.range(0, parts.size()).mapToObj(PartNumber::new).toList(),
                frozen.messages(),
                frozen.bytes(),
                job.requestedAt());
    }

    private static ExportRow row(Job<ExportRequest> job) {
        ExportRequest request = job.request();
        byte[] settings = request.form().sidecars() ? Settings.of(job) : ExportRow.NO_SETTINGS;
        return new ExportRow(request.layout(job.id().toString()), job.owner(), settings, 0, 0, false);
    }

    private ArchiveRow archive(Job<ExportRequest> job) {
        return database.read(handle -> ArchiveStore.find(handle, job.owner(), job.subject(), clock.instant()))
                .filter(ArchiveRow::isActive)
                .orElseThrow(() -> new JobFailed("ArchiveDeleted", "The archive has been deleted."));
    }

    @Override
    public WrittenPart runPart(PartRun<ExportRequest, PartNumber> run) throws IOException {
        try {
            return write(run);
        } catch (JobCancelled ended) {
            sidecars.close(run.job().id().toString());
            throw ended;
        }
    }

    private WrittenPart write(PartRun<ExportRequest, PartNumber> run) throws IOException {
        Job<ExportRequest> job = run.job();
        String id = job.id().toString();
        int part = run.part().number();
        var target = new Target(objects, job.owner(), job.request().layout(id));
        var writer = new PartWriter(target, job, run::progress);
        List<Long> numbers = database.read(handle -> ExportStore.numbers(handle, id, part));
        List<MessageRow> messages = database.read(handle -> MessageStore.find(handle, numbers)).stream()
                .sorted(BY_PLACE)
                .toList();
        try (ObjectBatch batch = target.batch();
                var bytes = new MessageBytes(database, archive(job), packs)) {
            writer.write(part, messages, bytes, batch);
            missing(numbers, messages).forEach(number -> writer.missing(number));
            target.commit(batch);
        }
        WrittenPart counts = writer.listings().counts();
        // Not in a commit of the run: what lies in the bucket is to be listed even if the job has ended meanwhile.
        int parts = database.writeBatch(handle -> {
            ExportStore.written(handle, id, part, counts, writer.listings().lines());
            return ExportStore.parts(handle, id);
        });
        if (isMilestone(part, parts)) {
            sidecars.progress(id);
        }
        return counts;
    }

    /** The last part is none: the export's end comes right behind it. */
    private static boolean isMilestone(int part, int parts) {
        long before = (long) part * MILESTONES / parts;
        long after = (part + 1L) * MILESTONES / parts;
        return after > before && part + 1 < parts;
    }

    private static Set<Long> missing(List<Long> numbers, List<MessageRow> messages) {
        Set<Long> missing = new HashSet<>(numbers);
        messages.forEach(message -> missing.remove(message.id().number()));
        return missing;
    }

    @Override
    public void finish(Job<ExportRequest> job, List<WrittenPart> parts) {
        ExportRow export = database.read(
                handle -> ExportStore.find(handle, job.id().toString()).orElseThrow());
        long failed = parts.stream().mapToLong(WrittenPart::failed).sum();
        WrittenPart total = sidecars.end(export, failed == 0 ? ExportState.COMPLETED : ExportState.FAILED);
        if (total.written() + total.failed() != export.messages()) {
            throw new IllegalStateException(
                    "Export " + job.id() + " has written " + total + " of " + export.messages());
        }
        if (failed > 0) {
            String where = export.hasSidecars()
                    ? "; see " + export.layout().at(export.layout().errors())
                    : "; the server's log tells which";
            throw new JobFailed(
                    "MessagesMissing", failed + " of " + export.messages() + " messages could not be exported" + where);
        }
    }

    @Override
    public void ended(Handle handle, Job<ExportRequest> job) {
        String id = job.id().toString();
        String state = ExportAnswers.state(job.state()).value();
        ExportStore.ended(handle, id, state, clock.instant());
        var starter = new Caller(
                job.owner().account(),
                job.owner().region(),
                job.origin().map(Origin::accessKeyId).orElse(""));
        long written = ExportStore.total(handle, id).written();
        audit.exportEnded(handle, starter, job.subject(), id, state, written);
    }

    @Override
    public void forgotten(Handle handle, JobId id) {
        ExportStore.remove(handle, id.toString());
    }
}
