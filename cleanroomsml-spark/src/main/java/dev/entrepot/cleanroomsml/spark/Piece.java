package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Some rows of a sparse matrix, next to each other, on their way to an executor.
 *
 * @param first the first row's number in the whole
 * @param starts where each row's cells begin, and the last one's end
 */
record Piece(int first, int[] starts, int[] column, float[] value) implements Serializable {
    static Piece of(Rows rows, int from, int to) {
        int begin = rows.starts()[from];
        int end = rows.starts()[to];
        int[] starts = Arrays.copyOfRange(rows.starts(), from, to + 1);
        Arrays.setAll(starts, row -> starts[row] - begin);
        return new Piece(
                from,
                starts,
                Arrays.copyOfRange(rows.column(), begin, end),
                Arrays.copyOfRange(rows.value(), begin, end));
    }

    int size() {
        return starts.length - 1;
    }
}
