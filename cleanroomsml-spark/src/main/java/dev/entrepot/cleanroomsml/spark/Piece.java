package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.LeastSquares;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Some rows of a sparse matrix, next to each other, on their way to an executor.
 *
 * @param first the first row's number in the whole
 */
record Piece(int first, Rows rows) implements Serializable {
    static Piece of(Rows rows, int from, int to) {
        int begin = rows.starts()[from];
        int end = rows.starts()[to];
        int[] starts = Arrays.copyOfRange(rows.starts(), from, to + 1);
        Arrays.setAll(starts, row -> starts[row] - begin);
        boolean hasValues = rows.value().length > 0;
        return new Piece(
                from,
                new Rows(
                        rows.columns(),
                        starts,
                        Arrays.copyOfRange(rows.column(), begin, end),
                        hasValues ? Arrays.copyOfRange(rows.value(), begin, end) : new float[0]));
    }

    /**
     * These rows' vectors, nearer to what is best for the other side's.
     *
     * @param vectors of all rows
     */
    float[] improved(float[] vectors, float[] others, Factors factors, float[] gram) {
        int width = factors.width();
        float[] improved = Arrays.copyOfRange(vectors, first * width, (first + rows.size()) * width);
        new LeastSquares(rows, others, factors, gram).improve(improved, 0, rows.size());
        return improved;
    }
}
