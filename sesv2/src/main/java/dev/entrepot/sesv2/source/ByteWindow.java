package dev.entrepot.sesv2.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream through a window that begins at a movable place and reaches as far as somebody has looked. */
final class ByteWindow implements Closeable {
    static final int END = -1;
    private static final int CHUNK = 1 << 18;

    private final InputStream source;
    private byte[] bytes = new byte[CHUNK];
    private int start;
    private int end;
    private long offset;

    /** @param offset of the stream's first byte in its file */
    ByteWindow(InputStream source, long offset) {
        this.source = source;
        this.offset = offset;
    }

    /** Of the window's beginning, from the file's. */
    long offset() {
        return offset;
    }

    /** The byte so far behind the window's beginning, 0 to 255, or {@link #END}. */
    int at(int distance) throws IOException {
        int index = start + distance;
        return index < end || reach(distance) ? bytes[start + distance] & 0xFF : END;
    }

    private boolean reach(int distance) throws IOException {
        while (start + distance >= end) {
            if (end == bytes.length) {
                makeRoom();
            }
            int count = source.read(bytes, end, bytes.length - end);
            if (count < 0) {
                return false;
            }
            end += count;
        }
        return true;
    }

    private void makeRoom() {
        byte[] target = end - start > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
        System.arraycopy(bytes, start, target, 0, end - start);
        end -= start;
        start = 0;
        bytes = target;
    }

    /** Moves the beginning over bytes that have been looked at. */
    void advance(int count) {
        start += count;
        offset += count;
    }

    byte[] copy(int length) {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
