package dev.entrepot.cleanroomsml.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.entrepot.storage.objects.PieceStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.IntConsumer;

/** One file of an audience as it is made: {@code {"user_id":"…"}} a line, the form that seeds have too. */
final class AudienceLines extends PieceStream {
    private static final byte[] BEGIN = "{\"user_id\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\"}\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};

    private final Iterator<String> users;
    private final IntConsumer progress;
    private int left;

    /**
     * @param most how many lines the file may have
     * @param progress told the bytes of each line; may throw to stop
     */
    AudienceLines(Iterator<String> users, int most, IntConsumer progress) {
        super(NOTHING);
        this.users = users;
        this.left = most;
        this.progress = progress;
    }

    @Override
    protected byte[] next() {
        if (left == 0 || !users.hasNext()) {
            return NOTHING;
        }
        byte[] line = line(users.next());
        left--;
        progress.accept(line.length);
        return line;
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
