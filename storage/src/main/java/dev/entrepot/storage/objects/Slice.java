package dev.entrepot.storage.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A part of a channel, as if it were the whole; closing it closes the channel. */
final class Slice implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private final long offset;
    private final long length;

    Slice(SeekableByteChannel channel, long offset, long length) throws IOException {
        this.channel = channel;
        this.offset = offset;
        this.length = length;
        channel.position(offset);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        long left = length - position();
        if (left <= 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit(target.position() + (int) Math.min(target.remaining(), left));
        try {
            return channel.read(target);
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public long position() throws IOException {
        return channel.position() - offset;
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(offset + position);
        return this;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException("A slice is for reading");
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("A slice is for reading");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
