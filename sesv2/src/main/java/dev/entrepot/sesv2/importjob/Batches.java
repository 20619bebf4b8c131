package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.Place;
import dev.entrepot.sesv2.source.RecordUnreadable;
import dev.entrepot.sesv2.source.SourceReader;
import dev.entrepot.sesv2.source.SourceRecord;
import dev.entrepot.wire.schema.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file batch by batch: large ones, for the larger a batch, the closer together lie the rows that it writes. */
final class Batches<T> {
    private static final int MAX_RECORDS = 50_000;
    private static final long MAX_BYTES = 16 << 20;

    private final SourceReader reader;
    private final Target<T> target;

    Batches(SourceReader reader, Target<T> target) {
        this.reader = reader;
        this.target = target;
    }

    /** Without records at the end of the file. */
    Batch<T> next() throws IOException {
        Place begin = reader.place();
        var entries = new ArrayList<Entry<T>>();
        var rejected = new ArrayList<Rejected>();
        while (entries.size() + rejected.size() < MAX_RECORDS && reader.place().offset() - begin.offset() < MAX_BYTES) {
            Optional<SourceRecord> next = reader.next();
            if (next.isEmpty()) {
                break;
            }
            sort(next.get(), entries, rejected);
        }
        entries.sort(Entry.ORDER);
        return new Batch<>(entries, rejected, begin, reader.place());
    }

    private void sort(SourceRecord source, List<Entry<T>> entries, List<Rejected> rejected) {
        if (source.defect().isPresent()) {
            rejected.add(Rejected.unreadable(source, source.defect().get()));
            return;
        }
        try {
            T value = target.read(source.raw());
            entries.add(new Entry<>(source, target.address(value), value));
        } catch (RecordUnreadable unreadable) {
            rejected.add(Rejected.unreadable(source, String.valueOf(unreadable.getMessage())));
        } catch (ApiException error) {
            rejected.add(Rejected.because(error, source));
        }
    }
}
