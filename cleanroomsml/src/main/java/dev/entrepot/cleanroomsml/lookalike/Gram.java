package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.List;

/** The sum of all vectors' outer products, times what an unobserved meeting counts: what the systems of all rows have in common. */
public final class Gram {
    /** Sums of so many pieces are added in their order, whoever worked on them. */
    public static final int PIECES = 64;

    private Gram() {}

    static float[] of(float[] vectors, Factors factors) {
        double[][] pieces = new double[PIECES][];
        Parallel.forEach(PIECES, piece -> pieces[piece] = piece(vectors, factors.width(), piece));
        return sum(Arrays.asList(pieces), factors);
    }

    /** The sum of a piece's outer products alone. */
    public static double[] piece(float[] vectors, int width, int piece) {
        int size = vectors.length / width;
        int length = Math.ceilDiv(size, PIECES);
        double[] sum = new double[width * width];
        for (int row = piece * length; row < Math.min(size, (piece + 1) * length); row++) {
            for (int k = 0; k < width; k++) {
                double factor = vectors[row * width + k];
                for (int j = 0; j < width; j++) {
                    sum[k * width + j] += factor * vectors[row * width + j];
                }
            }
        }
        return sum;
    }

    /** @param pieces all of them, in their order */
    public static float[] sum(List<double[]> pieces, Factors factors) {
        double[] sum = new double[factors.width() * factors.width()];
        for (double[] piece : pieces) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += piece[at];
            }
        }
        float[] gram = new float[sum.length];
        for (int at = 0; at < gram.length; at++) {
            gram[at] = (float) ((float) factors.unobserved() * sum[at]);
        }
        return gram;
    }
}
