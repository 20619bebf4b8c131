package dev.entrepot.mailmanager.pack;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack as it is made: Zstandard frames of about half a megabyte of messages each, so that they compress well together and one is
 * read by unpacking one frame. Holds a piece of a message in memory, never a whole one.
 */
final class PackStream extends InputStream {
    private static final int FRAME = 512 * 1024;
    private static final int LEVEL = 1;
    private static final int PIECE = 64 * 1024;

    private final long pack;
    private final Iterator<? extends Content> contents;
    private final Buffer buffer = new Buffer();
    private final ZstdOutputStreamNoFinalizer frames;
    private final byte[] piece = new byte[PIECE];
    private final List<Place> places = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private long frame;
    private long inFrame;
    private long expected;
    private @Nullable InputStream message;
    private boolean finished;

    PackStream(long pack, Iterator<? extends Content> contents) throws IOException {
        this.pack = pack;
        this.contents = contents;
        this.frames = new ZstdOutputStreamNoFinalizer(buffer, RecyclingBufferPool.INSTANCE, LEVEL);
        frames.setChecksum(true);
        frames.setCloseFrameOnFlush(true);
    }

    /** Where each message is, in their order; once all has been read. */
    List<Place> places() {
        return places;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (buffer.isEmpty() && !finished) {
            advance();
        }
        return buffer.isEmpty() ? -1 : buffer.take(into, offset, length);
    }

    private void advance() throws IOException {
        if (message != null) {
            copy(message);
        } else if (contents.hasNext()) {
            begin(contents.next());
        } else {
            endFrame();
            frames.close();
            finished = true;
        }
    }

    private void begin(Content content) throws IOException {
        if (inFrame >= FRAME || (inFrame > 0 && content.size() > FRAME)) {
            endFrame();
        }
        positions.add(inFrame);
        expected = inFrame + content.size();
        message = content.open();
    }

    private void copy(InputStream from) throws IOException {
        int count = from.read(piece);
        if (count >= 0) {
            frames.write(piece, 0, count);
            inFrame += count;
        } else if (inFrame != expected) {
            throw new IOException("A message has changed its size while it was stored");
        } else {
            message = null;
            from.close();
        }
    }

    private void endFrame() throws IOException {
        if (inFrame > 0) {
            frames.flush();
        }
        long bytes = buffer.written - frame;
        positions.forEach(position -> places.add(new Place(pack, frame, bytes, position)));
        positions.clear();
        frame = buffer.written;
        inFrame = 0;
    }

    @Override
    public void close() throws IOException {
        frames.close();
        if (message != null) {
            message.close();
        }
    }

    /** What has been compressed and not yet read. */
    private static final class Buffer extends ByteArrayOutputStream {
        private int taken;
        private long written;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            written += length;
        }

        boolean isEmpty() {
            return taken == count;
        }

        int take(byte[] into, int offset, int length) {
            int taking = Math.min(length, count - taken);
            System.arraycopy(buf, taken, into, offset, taking);
            taken += taking;
            if (isEmpty()) {
                reset();
                taken = 0;
            }
            return taking;
        }
    }
}
