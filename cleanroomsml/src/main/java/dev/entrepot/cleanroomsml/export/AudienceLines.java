package dev.entrepot.cleanroomsml.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.IntConsumer;

/** One file of an audience as it is made: {@code {"user_id":"…"}} a line, the form that seeds have too. */
final class AudienceLines extends InputStream {
    private static final byte[] BEGIN = "{\"user_id\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\"}\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};

    private final Iterator<String> users;
    private final IntConsumer progress;
    private int left;
    private byte[] line = NOTHING;
    private int position;

    /**
     * @param most how many lines the file may have
     * @param progress told the bytes of each line; may throw to stop
     */
    AudienceLines(Iterator<String> users, int most, IntConsumer progress) {
        this.users = users;
        this.left = most;
        this.progress = progress;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int filled = 0;
        while (filled < length && (position < line.length || advance())) {
            int count = Math.min(length - filled, line.length - position);
            System.arraycopy(line, position, into, offset + filled, count);
            position += count;
            filled += count;
        }
        return filled == 0 && length > 0 ? -1 : filled;
    }

    private boolean advance() {
        if (left == 0 || !users.hasNext()) {
            return false;
        }
        line = line(users.next());
        position = 0;
        left--;
        progress.accept(line.length);
        return true;
    }

    private static byte[] line(String user) {
        byte[] id = JsonStringEncoder.getInstance().quoteAsUTF8(user);
        byte[] whole = new byte[BEGIN.length + id.length + END.length];
        System.arraycopy(BEGIN, 0, whole, 0, BEGIN.length);
        System.arraycopy(id, 0, whole, BEGIN.length, id.length);
        System.arraycopy(END, 0, whole, BEGIN.length + id.length, END.length);
        return whole;
    }
}
