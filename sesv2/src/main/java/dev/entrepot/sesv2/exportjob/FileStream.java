package dev.entrepot.sesv2.exportjob;

import dev.entrepot.storage.objects.PieceStream;
import java.util.Iterator;
import java.util.List;

/** A file as it is made: its rows are pulled one after the other and spelled. One row is in memory. */
final class FileStream extends PieceStream {
    private static final byte[] END = {};

    private final Iterator<List<Cell>> rows;
    private final RowEncoder encoder;
    private long written;
    private boolean ended;

    FileStream(Iterator<List<Cell>> rows, RowEncoder encoder) {
        super(encoder.begin());
        this.rows = rows;
        this.encoder = encoder;
    }

    /** How many rows so far. */
    long rows() {
        return written;
    }

    @Override
    protected byte[] next() {
        if (rows.hasNext()) {
            byte[] row = encoder.row(rows.next(), written == 0);
            written++;
            return row;
        }
        if (!ended) {
            ended = true;
            return encoder.end(written == 0);
        }
        return END;
    }
}
