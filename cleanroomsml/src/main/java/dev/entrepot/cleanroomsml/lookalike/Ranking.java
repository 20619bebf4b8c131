package dev.entrepot.cleanroomsml.lookalike;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * Users in the order of their likeness to the seeds, and the seeds in the order of their ids. Holds no scores, and needs no model any
 * more. Immutable.
 */
public final class Ranking {
    /** All users of the model, seeds among them: what percentages are of. */
    public int users() {
        throw new UnsupportedOperationException();
    }

    public Metrics metrics() {
        throw new UnsupportedOperationException();
    }

    /**
     * An audience: the seeds first if they are wanted, which then count inside the size, then those most like them. A smaller one is
     * always the beginning of a larger one; there may be fewer users than asked for.
     */
    public Stream<String> audience(Size size, boolean seedsIncluded) {
        throw new UnsupportedOperationException();
    }

    /** In a form of its own, with checksums; the stream stays open. */
    public void write(OutputStream out) {
        throw new UnsupportedOperationException();
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws CorruptFileException if it is not just that
     */
    public static Ranking read(InputStream in) {
        throw new UnsupportedOperationException();
    }
}
