package dev.entrepot.storage.objects;

import java.io.InputStream;

/** The content of an object as it is made, piece by piece; holds one piece in memory. */
public abstract class PieceStream extends InputStream {
    private byte[] piece;
    private int position;

    /** @param first may be empty */
    protected PieceStream(byte[] first) {
        this.piece = first;
    }

    /** @return the next piece; an empty one is the end, and then this may be asked once more */
    protected abstract byte[] next();

    @Override
    public final int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] into, int offset, int length) {
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
        piece = next();
        position = 0;
        return piece.length > 0;
    }
}
