package dev.entrepot.mailmanager.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A message whose own header lines are cut where they are too long to be held in memory; what follows the header is untouched. */
final class BoundedHeaderLines extends FilterInputStream {
    private int column;
    private boolean body;

    BoundedHeaderLines(InputStream message) {
        super(message);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        int kept = 0;
        while (count > 0) {
            kept = body ? count : keep(into, offset, count);
            if (kept > 0) {
                return kept;
            }
            count = in.read(into, offset, length);
        }
        return count;
    }

    /** Moves together what is not cut. */
    private int keep(byte[] bytes, int offset, int count) {
        int kept = offset;
        for (int i = offset; i < offset + count; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                body |= column == 0;
                column = 0;
            } else if (b != '\r') {
                column++;
            }
            if (body || column < BoundedFields.LONGEST) {
                bytes[kept++] = b;
            }
        }
        return kept - offset;
    }
}
