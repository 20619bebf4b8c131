package dev.entrepot.mailmanager.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stretch of a stream in memory; positions count from its beginning. */
final class Window {
    private static final int LEAST = 256 * 1024;

    private final InputStream in;
    private byte[] bytes = new byte[LEAST];
    private int start;
    private int end;

    Window(InputStream in) {
        this.in = in;
    }

    int size() {
        return end - start;
    }

    byte at(int position) {
        return bytes[start + position];
    }

    /** Reads on; false at the end of the stream. */
    boolean grow() throws IOException {
        if (end == bytes.length) {
            if (start >= bytes.length / 4) {
                System.arraycopy(bytes, start, bytes, 0, end - start);
            } else {
                byte[] larger = new byte[2 * bytes.length];
                System.arraycopy(bytes, start, larger, 0, end - start);
                bytes = larger;
            }
            end -= start;
            start = 0;
        }
        int count = in.read(bytes, end, bytes.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    /** Whether it could be made to hold so many bytes. */
    boolean hold(int size) throws IOException {
        while (size() < size) {
            if (!grow()) {
                return false;
            }
        }
        return true;
    }

    /** The position of the next line feed, or -1 when there is none in the window. */
    int lineFeed(int from) {
        for (int i = start + from; i < end; i++) {
            if (bytes[i] == '\n') {
                return i - start;
            }
        }
        return -1;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }

    /** What lies before the position is no longer needed. */
    void drop(int position) {
        start += position;
    }
}
