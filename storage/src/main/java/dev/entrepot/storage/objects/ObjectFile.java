package dev.entrepot.storage.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An object's file, open for reading: its bytes as they lie on the disk, and its footer. */
record ObjectFile(FileChannel channel, Footer footer, long bodyBytes) implements AutoCloseable {
    /** Enough for nearly every footer, so that one read gets it. */
    private static final int USUAL_FOOTER_BYTES = 2048;

    /** @throws java.nio.file.NoSuchFileException when there is no such object */
    static ObjectFile open(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            long size = channel.size();
            var end = read(channel, Math.max(0, size - USUAL_FOOTER_BYTES), size);
            if (end.limit() < Footer.TAIL_BYTES) {
                throw new IOException("Too short for an object file");
            }
            int length = Footer.length(end.slice(end.limit() - Footer.TAIL_BYTES, Footer.TAIL_BYTES));
            long body = size - Footer.TAIL_BYTES - length;
            if (body < 0) {
                throw new IOException("Too short for its footer");
            }
            if (length + Footer.TAIL_BYTES > end.limit()) {
                end = read(channel, body, size);
            }
            var lines = new byte[length];
            end.get(end.limit() - Footer.TAIL_BYTES - length, lines);
            return new ObjectFile(channel, Footer.decode(lines), body);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static Footer footer(Path path) throws IOException {
        try (var file = open(path)) {
            return file.footer;
        }
    }

    /** Closing it closes the file. */
    SeekableByteChannel body() throws IOException {
        return new Slice(channel, 0, bodyBytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ByteBuffer read(FileChannel channel, long from, long to) throws IOException {
        var buffer = ByteBuffer.allocate((int) (to - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // until full
        }
        return buffer.flip();
    }
}
