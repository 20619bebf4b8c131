package dev.entrepot.mailmanager.pack;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads messages out of packs. Those of one frame, taken in their order, cost one pass through it. */
public final class FrameCursor implements AutoCloseable {
    private final PackObjects objects;
    private final ArchiveRow archive;
    private @Nullable InputStream frame;
    private Place place = new Place(-1, -1, 0, 0);
    private long position;

    FrameCursor(PackObjects objects, ArchiveRow archive) {
        this.objects = objects;
        this.archive = archive;
    }

    /**
     * A message's bytes, to be read before the next is asked for.
     *
     * @throws dev.entrepot.storage.objects.ObjectRequestFailed also when the pack is gone, or its key cannot be used
     */
    public InputStream open(Place wanted, long size) throws IOException {
        if (size == 0) {
            return InputStream.nullInputStream();
        }
        InputStream at = frame;
        if (at == null || !wanted.sameFrame(place) || wanted.position() < position) {
            close();
            at = new ZstdInputStreamNoFinalizer(
                    objects.open(archive, wanted.pack(), wanted.frame(), wanted.frameBytes()));
            frame = at;
            place = wanted;
            position = 0;
        }
        at.skipNBytes(wanted.position() - position);
        position = wanted.position();
        return new Message(at, size);
    }

    @Override
    public void close() throws IOException {
        if (frame != null) {
            frame.close();
            frame = null;
        }
    }

    /** The bytes of one message; a frame that ends before them is broken. */
    private final class Message extends InputStream {
        private final InputStream from;
        private long left;

        Message(InputStream from, long size) {
            this.from = from;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = from.read(into, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new IOException("A pack's frame ends within a message");
            }
            left -= count;
            position += count;
            return count;
        }
    }
}
