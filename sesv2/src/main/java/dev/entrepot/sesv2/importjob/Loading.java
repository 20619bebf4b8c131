package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.source.Place;
import dev.entrepot.sesv2.source.SourceReader;
import dev.entrepot.sesv2.source.SourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    Loading(PartRun<ImportRequest, SourcePart> run, ImportLimits limits, SourceObject object, Targets targets) {
        this.run = run;
        this.limits = limits;
        this.object = object;
        this.targets = targets;
    }

    void run() throws IOException {
        var file = SourceFile.open(object, run.part().etag());
        Target<?> target = targets.of(run.job().owner(), run.job().request(), file.header());
        if (run.checkpoint().isEmpty()) {
            file.requireFew(limits, run);
        }
        load(file, run.checkpoint().map(Place::parse).orElse(file.first()), target);
    }

    private <T> void load(SourceFile file, Place from, Target<T> target) throws IOException {
        try (SourceReader reader = file.source().open(from);
                ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            var batches = new Batches<>(reader, target);
            Future<Batch<T>> next = ahead.submit(() -> read(batches));
            for (Batch<T> batch = await(next); batch.records() > 0; batch = await(next)) {
                next = ahead.submit(() -> read(batches));
                commit(file, batch, target);
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

    private <T> void commit(SourceFile file, Batch<T> batch, Target<T> target) {
        run.commit(batch.end().toString(), handle -> apply(handle, file, batch, target));
    }

    private <T> Counts apply(Handle handle, SourceFile file, Batch<T> batch, Target<T> target) {
        if (batch.begin().equals(file.first())) {
            addRejects(
                    handle,
                    RejectStore.HEADING,
                    Report.heading(format()),
                    file.header().stream().toList());
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
