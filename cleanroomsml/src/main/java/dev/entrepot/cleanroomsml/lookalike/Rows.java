package dev.entrepot.cleanroomsml.lookalike;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sparse matrix by rows.
 *
 * @param columns how many there are
 * @param starts where each row's cells begin, and the last one's end
 * @param column of each cell, ascending in a row
 * @param value of each cell
 */
public record Rows(int columns, int[] starts, int[] column, float[] value) implements Serializable {
    public int size() {
        return starts.length - 1;
    }

    /** The share of cells that there are. */
    public double density() {
        return (double) column.length / size() / columns;
    }

    /** The sum of a row's values, each times its column's weight. */
    double times(int row, double[] weights) {
        double sum = 0;
        for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
            sum += value[cell] * weights[column[cell]];
        }
        return sum;
    }

    void write(CheckedWriter out) {
        out.ints(starts);
        out.ints(column);
        out.floats(value);
    }

    static Rows read(CheckedReader in, int size, int columns) {
        int[] starts = in.ints(size + 1);
        return new Rows(columns, starts, in.ints(starts[size]), in.floats(starts[size]));
    }

    /** Columns as rows; without values. */
    public Rows transposed() {
        int[] ends = new int[columns + 1];
        for (int cell : column) {
            ends[cell + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] next = ends.clone();
        int[] turned = new int[column.length];
        for (int row = 0; row < size(); row++) {
            for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
                turned[next[column[cell]]++] = row;
            }
        }
        return new Rows(size(), ends, turned, new float[0]);
    }
}
