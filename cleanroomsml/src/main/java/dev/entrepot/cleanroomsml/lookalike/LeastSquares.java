package dev.entrepot.cleanroomsml.lookalike;

/**
 * One side's vectors given the other's: a linear system for each row, all with the same part for what was not observed, improved by a few
 * steps of conjugate gradients.
 */
public final class LeastSquares {
    private static final int STEPS = 3;
    private static final float REGULARISATION = (float) Factors.REGULARISATION;

    private final Rows rows;
    private final float[] others;
    private final int width;
    private final float unobserved;
    private final float[] gram;

    /**
     * @param rows whose columns are the other side's rows
     * @param others all of the other side's vectors, row after row
     * @param gram of the other side's vectors, see {@link Gram}
     */
    public LeastSquares(Rows rows, float[] others, Factors factors, float[] gram) {
        this.rows = rows;
        this.others = others;
        width = factors.width();
        unobserved = (float) factors.unobserved();
        this.gram = gram;
    }

    /** Moves the vectors of some rows, from where they are, towards the solution. */
    public void improve(float[] vectors, int from, int to) {
        var step = new float[3][width];
        for (int row = from; row < to; row++) {
            improve(row, vectors, step[0], step[1], step[2]);
        }
    }

    private void improve(int row, float[] vectors, float[] residual, float[] direction, float[] image) {
        int vector = row * width;
        apply(row, vectors, vector, image);
        for (int k = 0; k < width; k++) {
            residual[k] = -image[k];
        }
        for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
            add(1, others, rows.column()[cell] * width, residual);
        }
        System.arraycopy(residual, 0, direction, 0, width);
        float squares = dot(residual, residual, 0);
        for (int step = 0; step < STEPS && squares > 1e-12f; step++) {
            apply(row, direction, 0, image);
            float length = squares / dot(direction, image, 0);
            for (int k = 0; k < width; k++) {
                vectors[vector + k] += length * direction[k];
                residual[k] -= length * image[k];
            }
            float before = squares;
            squares = dot(residual, residual, 0);
            float kept = squares / before;
            for (int k = 0; k < width; k++) {
                direction[k] = residual[k] + kept * direction[k];
            }
        }
    }

    /** The system's matrix times a vector. */
    private void apply(int row, float[] vectors, int vector, float[] image) {
        int count = rows.starts()[row + 1] - rows.starts()[row];
        float ridge = REGULARISATION * (count + unobserved * (others.length / width));
        for (int j = 0; j < width; j++) {
            image[j] = ridge * vectors[vector + j];
        }
        int k = 0;
        for (; k + 3 < width; k += 4) {
            addFour(vectors, vector + k, k * width, image);
        }
        for (; k < width; k++) {
            add(vectors[vector + k], gram, k * width, image);
        }
        for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
            int other = rows.column()[cell] * width;
            add(dot(vectors, vector, others, other), others, other, image);
        }
    }

    /** Four rows of the Gram matrix, each times its part of a vector: the image is read and written once for them. */
    private void addFour(float[] vectors, int first, int row, float[] image) {
        float a = vectors[first];
        float b = vectors[first + 1];
        float c = vectors[first + 2];
        float d = vectors[first + 3];
        for (int j = 0; j < width; j++) {
            image[j] += a * gram[row + j]
                    + b * gram[row + width + j]
                    + c * gram[row + 2 * width + j]
                    + d * gram[row + 3 * width + j];
        }
    }

    private void add(float factor, float[] from, int first, float[] to) {
        for (int k = 0; k < width; k++) {
            to[k] += factor * from[first + k];
        }
    }

    private float dot(float[] one, float[] other, int first) {
        return dot(one, 0, other, first);
    }

    /** Four sums beside each other: a single one would wait for itself. */
    private float dot(float[] one, int from, float[] other, int first) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int k = 0;
        for (; k + 3 < width; k += 4) {
            a += one[from + k] * other[first + k];
            b += one[from + k + 1] * other[first + k + 1];
            c += one[from + k + 2] * other[first + k + 2];
            d += one[from + k + 3] * other[first + k + 3];
        }
        for (; k < width; k++) {
            a += one[from + k] * other[first + k];
        }
        return a + b + (c + d);
    }
}
