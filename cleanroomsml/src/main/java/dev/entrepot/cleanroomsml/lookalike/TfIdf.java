package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;

/**
 * Counts become weights: often met counts more, but less than in proportion, and what few users met counts more than what all
 * did. Each kind of column, items or one feature's categories, makes a vector of length 1 for each user, so that none drowns another.
 */
final class TfIdf {
    private TfIdf() {}

    /** Weighs counts and puts their columns beside each other. */
    static Rows of(List<Rows> kinds) {
        int users = kinds.getFirst().size();
        int[] starts = new int[users + 1];
        for (int user = 0; user < users; user++) {
            starts[user + 1] = starts[user];
            for (Rows kind : kinds) {
                starts[user + 1] += kind.starts()[user + 1] - kind.starts()[user];
            }
        }
        int[] columns = new int[starts[users]];
        float[] weights = new float[starts[users]];
        int[] next = starts.clone();
        int before = 0;
        for (Rows kind : kinds) {
            float[] rarity = rarity(kind);
            int first = before;
            Parallel.forPieces(users, (from, to) -> {
                for (int user = from; user < to; user++) {
                    int cells = kind.starts()[user + 1] - kind.starts()[user];
                    weigh(kind, rarity, user, first, columns, weights, next[user]);
                    next[user] += cells;
                }
            });
            before = Math.addExact(before, kind.columns());
        }
        return new Rows(before, starts, columns, weights);
    }

    private static void weigh(
            Rows counts, float[] rarity, int user, int firstColumn, int[] columns, float[] weights, int place) {
        double squares = 0;
        int next = place;
        for (int cell = counts.starts()[user]; cell < counts.starts()[user + 1]; cell++, next++) {
            columns[next] = firstColumn + counts.column()[cell];
            weights[next] = (float) StrictMath.log1p(counts.value()[cell]) * rarity[counts.column()[cell]];
            squares += (double) weights[next] * weights[next];
        }
        float length = (float) Math.sqrt(squares);
        for (int cell = place; cell < next && length > 0; cell++) {
            weights[cell] /= length;
        }
    }

    private static float[] rarity(Rows counts) {
        int[] users = new int[counts.columns()];
        for (int column : counts.column()) {
            users[column]++;
        }
        float[] rarity = new float[users.length];
        for (int column = 0; column < users.length; column++) {
            rarity[column] = (float) (1 + StrictMath.log((1.0 + counts.size()) / (1 + users[column])));
        }
        return rarity;
    }
}
