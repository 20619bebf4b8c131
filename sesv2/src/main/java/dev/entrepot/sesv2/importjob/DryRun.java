package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.sesv2.source.SourceReader;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.schema.ApiException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what the records of a file would do one after the other. What they have made of their addresses so far is in memory, so
 * a large file is read several times, each time for a slice of the addresses.
 */
final class DryRun<T> {
    private static final int SLICE_RECORDS = 100_000;
    private static final int SLICE_BYTES = 16 << 20;

    private final PartRun<ImportRequest, SourcePart> run;
    private final Database database;
    private final SourceFile file;
    private final Target<T> target;
    private final int slices;
    private final Tally tally = new Tally();

    DryRun(PartRun<ImportRequest, SourcePart> run, Database database, SourceFile file, Target<T> target, long records) {
        this.run = run;
        this.database = database;
        this.file = file;
        this.target = target;
        this.slices = Math.toIntExact(Math.max(
                1,
                Math.max(
                        Math.ceilDiv(records, SLICE_RECORDS),
                        Math.ceilDiv(run.part().size(), SLICE_BYTES))));
    }

    Changes run() throws IOException {
        for (int slice = 0; slice < slices; slice++) {
            read(slice);
        }
        Changes changes = tally.total();
        run.progress(new Counts(changes.records(), changes.rejected(), 0));
        return changes;
    }

    private void read(int slice) throws IOException {
        Map<String, Optional<T>> standing = new HashMap<>();
        try (SourceReader reader = file.source().open(file.first())) {
            var batches = new Batches<>(reader, target);
            for (Batch<T> batch = batches.next(); batch.records() > 0; batch = batches.next()) {
                apply(ofSlice(slice, batch), standing);
                if (slice == 0) {
                    batch.rejected().forEach(tally::add);
                }
                run.progress(new Counts(0, 0, batch.bytes() / slices));
            }
        }
    }

    private List<Entry<T>> ofSlice(int slice, Batch<T> batch) {
        return batch.entries().stream()
                .filter(entry -> Math.floorMod(entry.address().hashCode(), slices) == slice)
                .toList();
    }

    /** @param standing what is known to be at an address; changed to what the records make of it */
    private void apply(List<Entry<T>> entries, Map<String, Optional<T>> standing) {
        List<String> unknown = Entries.addresses(entries).stream()
                .filter(address -> !standing.containsKey(address))
                .toList();
        Map<String, T> stored = database.read(handle -> target.stored(handle, unknown));
        unknown.forEach(address -> standing.put(address, Optional.ofNullable(stored.get(address))));
        for (Entry<T> entry : entries) {
            try {
                Change change = target.change(before(standing, entry.address()), entry.value());
                standing.put(entry.address(), change == Change.DELETED ? Optional.empty() : Optional.of(entry.value()));
                tally.add(change);
            } catch (ApiException error) {
                tally.add(Rejected.because(error, entry.source()));
            }
        }
    }

    private static <T> Optional<T> before(Map<String, Optional<T>> standing, String address) {
        return standing.getOrDefault(address, Optional.empty());
    }
}
