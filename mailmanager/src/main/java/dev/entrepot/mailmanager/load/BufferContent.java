package dev.entrepot.mailmanager.load;

import dev.entrepot.mailmanager.pack.Content;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A message as a piece of the request that brought it. */
record BufferContent(ByteBuffer bytes) implements Content {
    @Override
    public long size() {
        return bytes.remaining();
    }

    @Override
    public InputStream open() {
        ByteBuffer rest = bytes.duplicate();
        return new InputStream() {
            @Override
            public int read() {
                return rest.hasRemaining() ? rest.get() & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (!rest.hasRemaining()) {
                    return length == 0 ? 0 : -1;
                }
                int count = Math.min(length, rest.remaining());
                rest.get(into, offset, count);
                return count;
            }
        };
    }
}
