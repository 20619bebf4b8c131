package dev.entrepot.cleanroomsml.artefact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** What a writer writes, to be read meanwhile; a writer that fails is no end of the stream but its failure. */
final class WrittenStream extends FilterInputStream {
    private static final int BUFFER = 1 << 20;

    private volatile Optional<Throwable> failure = Optional.empty();

    private WrittenStream(PipedInputStream pipe) {
        super(pipe);
    }

    /** Begins to write, in a thread of its own that ends with the stream. */
    static WrittenStream of(Consumer<OutputStream> writer) throws IOException {
        var pipe = new PipedInputStream(BUFFER);
        var stream = new WrittenStream(pipe);
        var out = new PipedOutputStream(pipe);
        Thread.ofVirtual().name("artefact-writer").start(() -> stream.write(writer, out));
        return stream;
    }

    private void write(Consumer<OutputStream> writer, PipedOutputStream out) {
        try (out) {
            try {
                writer.accept(out);
            } catch (Throwable e) { // an Error too: else the reader would take what is there for the whole
                failure = Optional.of(e);
            }
        } catch (IOException e) {
            // Nobody reads any more.
        }
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return checked(super.read(into, offset, length));
    }

    private int checked(int read) throws IOException {
        Optional<Throwable> failed = failure;
        if (read < 0 && failed.isPresent()) {
            throw new IOException("What was to be stored could not be written", failed.get());
        }
        return read;
    }
}
