package dev.entrepot.sesv2.exportjob;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** A file as it is made: its rows are pulled one after the other and spelled. Holds one row in memory. */
final class FileStream extends InputStream {
    private static final byte[] END = {};

    private final Iterator<List<Cell>> rows;
    private final RowEncoder encoder;
    private long written;
    private byte[] piece;
    private int position;
    private boolean ended;

    FileStream(Iterator<List<Cell>> rows, RowEncoder encoder) {
        this.rows = rows;
        this.encoder = encoder;
        this.piece = encoder.begin();
    }

    /** How many rows so far. */
    long rows() {
        return written;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int filled = 0;
        while (filled < length && (position < piece.length || advance())) {
            int count = Math.min(length - filled, piece.length - position);
            System.arraycopy(piece, position, into, offset + filled, count);
            position += count;
            filled += count;
        }
        return filled == 0 && length > 0 ? -1 : filled;
    }

    private boolean advance() {
        position = 0;
        if (rows.hasNext()) {
            piece = encoder.row(rows.next(), written == 0);
            written++;
        } else if (!ended) {
            piece = encoder.end(written == 0);
            ended = true;
        } else {
            piece = END;
        }
        return piece.length > 0;
    }
}
