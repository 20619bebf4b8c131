package dev.entrepot.simpledb.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file of a source while it is read: its records, and how many of its bytes have been. */
final class OpenFile implements Closeable {
    private final CountedStream bytes;
    private final SourceReader records;
    private long reported;

    private OpenFile(CountedStream bytes, SourceReader records) {
        this.bytes = bytes;
        this.records = records;
    }

    /** @param source closed with this, also when this fails */
    static OpenFile of(ImportRequest request, InputStream source) throws IOException {
        var bytes = new CountedStream(source);
        try {
            return new OpenFile(
                    bytes,
                    switch (request.format()) {
                        case EXPORT -> new ItemArrayReader(bytes);
                        case NDJSON -> new ItemLineReader(bytes);
                        case CSV -> new CsvItemReader(bytes, request.itemNameColumn());
                    });
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    Optional<SourceRecord> next() throws IOException {
        return records.next();
    }

    /** How many bytes were read beyond those that were asked about before. */
    long furtherBytes() {
        long further = Math.max(0, bytes.count() - reported);
        reported += further;
        return further;
    }

    /** Bytes that count as asked about: an earlier run has reported them. */
    void reported(long earlier) {
        reported = earlier;
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            records.close();
        }
    }
}
