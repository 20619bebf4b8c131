package dev.entrepot.simpledb.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a file as bytes, without the blanks around them and a comma at their end. One line is in memory. */
final class Lines implements Closeable {
    /** No item that SimpleDB could hold is longer, though every byte of it were escaped. */
    static final int LIMIT = 8 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] line = new byte[4096];
    private int length;
    private boolean cut;
    private long number;

    Lines(InputStream source) {
        this.source = source;
    }

    /** Goes on to the next line; false when there is none. */
    boolean next() throws IOException {
        length = 0;
        cut = false;
        if (position == limit && !fill()) {
            return false;
        }
        number++;
        boolean ended = false;
        while (!ended && (position < limit || fill())) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(end - position);
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        trim();
        return true;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, source.read(buffer));
        return limit > 0;
    }

    private void append(int count) {
        int kept = Math.min(count, LIMIT - length);
        cut |= kept < count;
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.min(LIMIT, Math.max(2 * line.length, length + kept)));
        }
        System.arraycopy(buffer, position, line, length, kept);
        length += kept;
    }

    private void trim() {
        int from = number == 1 && startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        while (from < length && line[from] <= ' ' && line[from] >= 0) {
            from++;
        }
        while (length > from && line[length - 1] <= ' ' && line[length - 1] >= 0) {
            length--;
        }
        if (length > from && line[length - 1] == ',') {
            length--;
        }
        System.arraycopy(line, from, line, 0, length - from);
        length -= from;
    }

    private boolean startsWithMark() {
        int mark = BYTE_ORDER_MARK.length;
        return length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark);
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** The line is at their beginning. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line was longer than {@link #LIMIT}. */
    boolean cut() {
        return cut;
    }

    String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
