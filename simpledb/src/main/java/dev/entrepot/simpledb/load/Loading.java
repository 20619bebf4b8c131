package dev.entrepot.simpledb.load;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.simpledb.classic.DomainLimits;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.DomainWrite;
import dev.entrepot.simpledb.domain.Settler;
import java.io.IOException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Puts a file's items into the domain, batch by batch, each with the place to go on from in one transaction. A run after a crash passes
 * over the records before that place, which is far quicker than they were loaded.
 */
final class Loading {
    private final PartRun<ImportRequest, FilePart> run;
    private final SourceObjects objects;
    private final DomainLimits limits;
    private final Settler settler;
    private Place place;

    Loading(PartRun<ImportRequest, FilePart> run, SourceObjects objects, DomainLimits limits, Settler settler) {
        this.run = run;
        this.objects = objects;
        this.limits = limits;
        this.settler = settler;
        this.place = run.checkpoint().map(Place::parse).orElse(Place.START);
    }

    /**
     * How far a file is loaded.
     *
     * @param records passed, rejected ones included
     * @param bytes that the job's counters have
     */
    private record Place(long records, long bytes) {
        static final Place START = new Place(0, 0);

        static Place parse(String text) {
            String[] numbers = text.split(" ");
            return new Place(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        }

        Place after(Counts counts) {
            return new Place(records + counts.records(), bytes + counts.bytes());
        }

        @Override
        public String toString() {
            return records + " " + bytes;
        }
    }

    void run() {
        SourceFile file = run.part().file();
        try (OpenFile open = OpenFile.of(run.job().request(), objects.open(file))) {
            open.reported(place.bytes);
            for (long passed = 0; passed < place.records; passed++) {
                open.next();
                run.checkCancelled();
            }
            for (Batch batch = Batch.read(open); !batch.isEmpty(); batch = Batch.read(open)) {
                commit(batch, open.furtherBytes());
            }
            run.progress(new Counts(0, 0, open.furtherBytes())); // what surrounds the items of an empty file
        } catch (IOException e) {
            throw objects.unreadable(file.key(), e);
        }
    }

    private void commit(Batch batch, long bytes) {
        var counts = new Counts(batch.records(), batch.rejected(), bytes);
        Place after = place.after(counts);
        run.commit(after.toString(), counts, handle -> write(handle, batch));
        place = after;
        settler.relieve(run.part().domainId());
    }

    private void write(Handle handle, Batch batch) {
        if (batch.items().isEmpty()) {
            return;
        }
        DomainWrite write = begin(handle)
                .orElseThrow(() -> new JobFailed(
                        "NoSuchDomain",
                        "The domain " + run.job().request().domainName() + " was deleted while it was imported."));
        batch.items().forEach((name, document) -> write.put(name, write.find(name), document));
        write.end().flatMap(limits::exceededBy).ifPresent(exceeded -> {
            throw new JobFailed(exceeded.code(), exceeded.message());
        });
    }

    /** Of the domain that the import began with, and no other that has its name meanwhile. */
    private Optional<DomainWrite> begin(Handle handle) {
        String name = run.job().request().domainName();
        return DomainStore.find(handle, run.job().owner(), name)
                .filter(domain -> domain.id() == run.part().domainId())
                .flatMap(domain -> DomainWrite.begin(handle, run.job().owner(), name));
    }
}
