package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How good a ranking is, by the seeds that it did not learn from (dossier, section 3).
 *
 * @param relevance one for each size asked for, in that order
 * @param recall the share of held-out seeds that are ranked within the largest size, 0 to 1; about that size's share of all users
 *     when the ranking is chance; empty when there are too few users to hold any out
 */
public record Metrics(List<Relevance> relevance, OptionalDouble recall) {
    public Metrics {
        relevance = List.copyOf(relevance);
    }

    static Metrics none(List<Size> sizes) {
        return new Metrics(
                sizes.stream()
                        .map(size -> new Relevance(size, OptionalDouble.empty()))
                        .toList(),
                OptionalDouble.empty());
    }

    void write(CheckedWriter out) {
        out.ints(relevance.stream()
                .flatMapToInt(each -> IntStream.of(
                        each.size().type() == Size.Type.ABSOLUTE ? 0 : 1,
                        each.size().value()))
                .toArray());
        out.doubles(DoubleStream.concat(
                        DoubleStream.of(recall.orElse(Double.NaN)),
                        relevance.stream().mapToDouble(each -> each.score().orElse(Double.NaN)))
                .toArray());
    }

    static Metrics read(CheckedReader in, int count) {
        int[] sizes = in.ints(2 * count);
        double[] values = in.doubles(1 + count);
        return new Metrics(
                IntStream.range(0, count)
                        .mapToObj(next -> new Relevance(
                                new Size(
                                        sizes[2 * next] == 0 ? Size.Type.ABSOLUTE : Size.Type.PERCENTAGE,
                                        sizes[2 * next + 1]),
                                optional(values[1 + next])))
                        .toList(),
                optional(values[0]));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
