package dev.entrepot.simpledb.export;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * A data file as it is made: item documents pulled from the database one after the other, between {@code [} and {@code ]},
 * one a line. Holds one document in memory.
 */
final class DataFileStream extends InputStream {
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
    private byte[] piece;
    private int position;
    private boolean document; // whether piece is a document rather than what stands around it
    private boolean closed;

    /** Told of further items and bytes now and then; may throw to stop the file. */
    interface Progress {
        void more(long items, long bytes);
    }

    DataFileStream(Iterator<byte[]> documents, Progress progress) {
        this.documents = documents;
        this.progress = progress;
        this.piece = documents.hasNext() ? OPEN : EMPTY;
        this.closed = piece == EMPTY;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    long items() {
        return items;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int filled = 0;
        while (filled < length) {
            if (position == piece.length && !advance()) {
                break;
            }
            int count = Math.min(length - filled, piece.length - position);
            System.arraycopy(piece, position, into, offset + filled, count);
            position += count;
            filled += count;
        }
        return filled == 0 && length > 0 ? -1 : filled;
    }

    private void report() {
        progress.more(unreportedItems, unreportedBytes);
        unreportedItems = 0;
        unreportedBytes = 0;
    }

    private boolean advance() {
        if (closed) {
            piece = END;
        } else if (document && documents.hasNext()) {
            piece = BETWEEN;
            document = false;
        } else if (!document && documents.hasNext()) {
            piece = documents.next();
            document = true;
            items++;
            unreportedItems++;
            unreportedBytes += piece.length;
            if (unreportedItems == PROGRESS_EVERY) {
                report();
            }
        } else {
            piece = CLOSE;
            closed = true;
            report();
        }
        position = 0;
        return piece.length > 0;
    }
}
