package dev.entrepot.simpledb.export;

import dev.entrepot.storage.objects.PieceStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * A data file as it is made: item documents pulled from the database one after the other, between {@code [} and {@code ]},
 * one a line. One document is in memory.
 */
final class DataFileStream extends PieceStream {
    private static final byte[] OPEN = bytes("[\n");
    private static final byte[] BETWEEN = bytes(",\n");
    private static final byte[] CLOSE = bytes("\n]\n");
    private static final byte[] EMPTY = bytes("[]\n");
    private static final byte[] END = {};
    private static final int PROGRESS_EVERY = 500;

    private final Iterator<byte[]> documents;
    private final Progress progress;
    private long items;
    private long unreportedItems;
    private long unreportedBytes;
    private boolean document; // whether the last piece was one rather than what stands around it
    private boolean closed;

    /** Told of further items and bytes now and then; may throw to stop the file. */
    interface Progress {
        void more(long items, long bytes);
    }

    DataFileStream(Iterator<byte[]> documents, Progress progress) {
        super(documents.hasNext() ? OPEN : EMPTY);
        this.documents = documents;
        this.progress = progress;
        this.closed = !documents.hasNext();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    long items() {
        return items;
    }

    private void report() {
        progress.more(unreportedItems, unreportedBytes);
        unreportedItems = 0;
        unreportedBytes = 0;
    }

    @Override
    protected byte[] next() {
        if (closed) {
            return END;
        }
        if (!documents.hasNext()) {
            closed = true;
            report();
            return CLOSE;
        }
        document = !document;
        return document ? document() : BETWEEN;
    }

    private byte[] document() {
        byte[] bytes = documents.next();
        items++;
        unreportedItems++;
        unreportedBytes += bytes.length;
        if (unreportedItems == PROGRESS_EVERY) {
            report();
        }
        return bytes;
    }
}
