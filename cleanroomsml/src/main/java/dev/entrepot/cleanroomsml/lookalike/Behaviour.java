package dev.entrepot.cleanroomsml.lookalike;

/** Users by the very items they met. */
record Behaviour(Rows tokens, Vectors traits) implements Evidence {
    @Override
    public int width() {
        return tokens.columns() + traits.width();
    }

    @Override
    public double score(int user, double[] weights) {
        return tokens.times(user, weights) + traits.times(user, weights, tokens.columns());
    }

    @Override
    public Rows rows(int[] users) {
        int[] starts = new int[users.length + 1];
        for (int row = 0; row < users.length; row++) {
            int cells = tokens.starts()[users[row] + 1] - tokens.starts()[users[row]];
            starts[row + 1] = Math.addExact(starts[row], cells + traits.width());
        }
        int[] columns = new int[starts[users.length]];
        float[] values = new float[starts[users.length]];
        for (int row = 0; row < users.length; row++) {
            int from = tokens.starts()[users[row]];
            int cells = tokens.starts()[users[row] + 1] - from;
            System.arraycopy(tokens.column(), from, columns, starts[row], cells);
            System.arraycopy(tokens.value(), from, values, starts[row], cells);
            traits.copy(users[row], columns, values, starts[row] + cells, tokens.columns());
        }
        return new Rows(width(), starts, columns, values);
    }
}
