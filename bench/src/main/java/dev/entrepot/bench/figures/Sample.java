package dev.entrepot.bench.figures;

import java.util.Arrays;

/** Repeated measurements of one thing, in one unit. */
public final class Sample {
    private final double[] sorted;

    /** @param values at least one */
    public Sample(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least value that is not below {@code percent} of all: the nearest-rank percentile. */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /** {@code median (least to most, of n)}, with as many decimals. */
    public String text(int decimals) {
        String number = "%." + decimals + "f";
        return (number + " (" + number + " to " + number + ", n=%d)")
                .formatted(median(), sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
