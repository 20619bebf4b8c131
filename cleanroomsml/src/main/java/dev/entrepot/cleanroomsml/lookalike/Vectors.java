package dev.entrepot.cleanroomsml.lookalike;

/**
 * A dense matrix.
 *
 * @param width of a row
 * @param values row after row
 */
record Vectors(int width, float[] values) {
    double times(int row, double[] weights, int firstWeight) {
        double sum = 0;
        for (int column = 0, at = row * width; column < width; column++, at++) {
            sum += values[at] * weights[firstWeight + column];
        }
        return sum;
    }

    /** Puts a row into a sparse one: columns from {@code first} on, values beside them. */
    void copy(int row, int[] columns, float[] into, int place, int first) {
        System.arraycopy(values, row * width, into, place, width);
        for (int column = 0; column < width; column++) {
            columns[place + column] = first + column;
        }
    }

    /** Rows of mean square length 1, unless all are 0. The values are changed in place. */
    Vectors scaled() {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        float factor = squares == 0 ? 1 : (float) Math.sqrt(values.length / width / squares);
        for (int at = 0; at < values.length; at++) {
            values[at] *= factor;
        }
        return this;
    }

    void write(CheckedWriter out) {
        out.floats(values);
    }

    static Vectors read(CheckedReader in, int size, int width) {
        return new Vectors(width, in.floats(Math.multiplyExact(size, width)));
    }
}
