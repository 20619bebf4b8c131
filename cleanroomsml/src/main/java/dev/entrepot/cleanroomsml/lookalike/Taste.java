package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** Users by their vectors, which are near each other where the items are of a kind though not the same. */
record Taste(Vectors vectors, Vectors traits) implements Evidence {
    @Override
    public int width() {
        return vectors.width() + traits.width();
    }

    @Override
    public double score(int user, double[] weights) {
        return vectors.times(user, weights, 0) + traits.times(user, weights, vectors.width());
    }

    @Override
    public Rows rows(int[] users) {
        int[] starts = new int[users.length + 1];
        Arrays.setAll(starts, row -> Math.multiplyExact(row, width()));
        int[] columns = new int[starts[users.length]];
        float[] values = new float[starts[users.length]];
        for (int row = 0; row < users.length; row++) {
            vectors.copy(users[row], columns, values, starts[row], 0);
            traits.copy(users[row], columns, values, starts[row] + vectors.width(), vectors.width());
        }
        return new Rows(width(), starts, columns, values);
    }
}
