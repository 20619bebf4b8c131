package dev.entrepot.cleanroomsml.lookalike;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Users in the order of their likeness to the seeds, and the seeds in the order of their ids. Holds no scores, and needs no model any
 * more. Immutable.
 */
public final class Ranking {
    private static final int FORMAT = 0x454C5231; // ELR1

    private final Ids seeds;
    private final Ids others;
    private final Metrics metrics;

    Ranking(Ids seeds, Ids others, Metrics metrics) {
        this.seeds = seeds;
        this.others = others;
        this.metrics = metrics;
    }

    /** All users of the model, seeds among them: what percentages are of. */
    public int users() {
        return seeds.size() + others.size();
    }

    public Metrics metrics() {
        return metrics;
    }

    /**
     * An audience: the seeds first if they are wanted, which then count inside the size, then those most like them. A smaller one is
     * always the beginning of a larger one; there may be fewer users than asked for.
     */
    public Stream<String> audience(Size size, boolean seedsIncluded) {
        int wanted = size.of(users());
        int seedsWanted = seedsIncluded ? Math.min(wanted, seeds.size()) : 0;
        return Stream.concat(
                IntStream.range(0, seedsWanted).mapToObj(seeds::text),
                IntStream.range(0, Math.min(wanted - seedsWanted, others.size()))
                        .mapToObj(others::text));
    }

    /** In a form of its own, with checksums; the stream stays open. */
    public void write(OutputStream stream) {
        var out = new CheckedWriter(stream);
        out.ints(FORMAT, seeds.size(), others.size(), metrics.relevance().size());
        seeds.write(out);
        others.write(out);
        metrics.write(out);
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws CorruptFileException if it is not just that
     */
    public static Ranking read(InputStream stream) {
        var in = new CheckedReader(stream);
        int[] sizes = in.header(FORMAT, 3);
        Ids seeds = Ids.read(in, sizes[0]);
        Ids others = Ids.read(in, sizes[1]);
        Metrics metrics = Metrics.read(in, sizes[2]);
        in.end();
        return new Ranking(seeds, others, metrics);
    }
}
