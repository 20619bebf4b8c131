package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.source.Place;
import dev.entrepot.sesv2.source.Source;
import dev.entrepot.sesv2.source.SourceReader;
import dev.entrepot.sesv2.source.SourceRecord;
import dev.entrepot.sesv2.source.SourceUnusable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;

/** One run of an import's part: while a batch is committed, the next is read. */
final class Loading {
    private final PartRun<ImportRequest, SourcePart> run;
    private final ImportLimits limits;
    private final SourceObject object;
    private final Targets targets;
    private Optional<SourceRecord> header = Optional.empty();
    /** Where the first record begins. */
    private Place first = new Place(0, 1);

    Loading(PartRun<ImportRequest, SourcePart> run, ImportLimits limits, SourceObject object, Targets targets) {
        this.run = run;
        this.limits = limits;
        this.object = object;
        this.targets = targets;
    }

    void run() throws IOException {
        Source source = Source.of(object.content(run.part().etag()), format());
        first = source.beginning();
        if (Targets.hasHeader(run.job().request())) {
            try (SourceReader reader = source.open(first)) {
                header = reader.next();
                first = reader.place();
            }
        }
        Target<?> target = targets.of(run.job().owner(), run.job().request(), header);
        if (run.checkpoint().isEmpty()) {
            requireFew(source);
        }
        load(source, run.checkpoint().map(Place::parse).orElse(first), target);
    }

    /** Before anything is applied (SES dossier, section 1.6). */
    private void requireFew(Source source) throws IOException {
        long most = limits.records(run.job().request());
        long records = 0;
        try (SourceReader reader = source.open(first)) {
            while (reader.next().isPresent()) {
                records++;
                run.checkCancelled();
            }
        }
        if (records > most) {
            throw new SourceUnusable(
                    "The file has " + records + " records; such an import takes at most " + most + ".");
        }
    }

    private <T> void load(Source source, Place from, Target<T> target) throws IOException {
        try (SourceReader reader = source.open(from);
                ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            var batches = new Batches<>(reader, target);
            Future<Batch<T>> next = ahead.submit(() -> read(batches));
            for (Batch<T> batch = await(next); batch.records() > 0; batch = await(next)) {
                next = ahead.submit(() -> read(batches));
                commit(batch, target);
            }
        }
    }

    /** Asks once more when all is read, so that nothing counts that was not in the file to its end. */
    private <T> Batch<T> read(Batches<T> batches) throws IOException {
        Batch<T> batch = batches.next();
        object.requireUnchanged(run.part().etag());
        return batch;
    }

    private static <T> T await(Future<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a job", e);
        }
    }

    private <T> void commit(Batch<T> batch, Target<T> target) {
        run.commit(batch.end().toString(), handle -> apply(handle, batch, target));
    }

    private <T> Counts apply(Handle handle, Batch<T> batch, Target<T> target) {
        if (batch.begin().equals(first)) {
            addRejects(
                    handle,
                    RejectStore.HEADING,
                    Report.heading(format()),
                    header.stream().toList());
        }
        List<Rejected> rejected = new ArrayList<>(batch.rejected());
        rejected.addAll(target.apply(handle, batch.entries()));
        if (!rejected.isEmpty()) {
            rejected.sort(Rejected.ORDER);
            List<SourceRecord> raw = rejected.stream().map(Rejected::source).toList();
            addRejects(handle, batch.begin().offset(), Report.explained(format(), rejected), raw);
        }
        return new Counts(batch.records(), rejected.size(), batch.bytes());
    }

    private void addRejects(Handle handle, long position, byte[] explained, List<SourceRecord> raw) {
        RejectStore.add(handle, run.job().id(), position, explained, Report.raw(raw));
    }

    private DataFormat format() {
        return run.job().request().format();
    }
}
