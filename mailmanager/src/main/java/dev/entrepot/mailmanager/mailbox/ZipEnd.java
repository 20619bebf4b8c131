package dev.entrepot.mailmanager.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Watches for the record that ends every zip: Java's reader takes one that breaks off between two files for whole. */
final class ZipEnd extends FilterInputStream {
    private static final int SIGNATURE = 'P' << 24 | 'K' << 16 | 5 << 8 | 6;

    private int last;
    private boolean seen;

    ZipEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        for (int i = offset; i < offset + count; i++) {
            last = last << 8 | into[i] & 0xFF;
            seen |= last == SIGNATURE;
        }
        return count;
    }

    /** Reads the rest, and fails unless the end is there. */
    void check() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (!seen) {
            throw new IOException("The zip breaks off");
        }
    }
}
