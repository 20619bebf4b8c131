package dev.entrepot.cleanroomsml.lookalike;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Vectors of users and items whose products are near 1 where a user met an item and, with a small weight, near 0 everywhere
 * (implicit matrix factorisation by alternating least squares: Hu, Koren, Volinsky 2008; regularisation by frequency: Rendle et al. 2021).
 * Each half of an epoch improves every vector of one side by a few steps of conjugate gradients.
 */
final class ImplicitAls {
    private static final int EPOCHS = 12;
    private static final double DENSE = 0.001;

    private final Rows byUser;
    private final Rows byItem;
    private final int width;
    private final float unobserved;
    private final float[] users;
    private final float[] items;

    private ImplicitAls(Rows byUser, long seed) {
        this.byUser = byUser;
        byItem = byUser.transposed();
        width = Math.min(byUser.size() < 10_000 ? 32 : byUser.size() < 1_000_000 ? 64 : 96, byItem.size());
        double density = (double) byUser.column().length / byUser.size() / byItem.size();
        unobserved = density < DENSE ? 0.02f : 0.1f;
        users = new float[Math.multiplyExact(byUser.size(), width)];
        items = new float[Math.multiplyExact(byItem.size(), width)];
        var random = new SplittableRandom(seed);
        double deviation = 0.1 / Math.sqrt(width);
        for (int at = 0; at < items.length; at++) {
            items[at] = (float) (deviation * random.nextGaussian());
        }
    }

    /**
     * Vectors of mean square length 1.
     *
     * @param counts users by items; only which cells there are matters
     */
    static Vectors users(Rows counts, long seed, DoubleConsumer progress) {
        var als = new ImplicitAls(counts, seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            als.improveUsers();
            new LeastSquares(als.byItem, als.users, als.width, als.unobserved).improve(als.items);
            progress.accept((epoch + 1.0) / EPOCHS);
        }
        als.improveUsers();
        return new Vectors(als.width, als.users).scaled();
    }

    private void improveUsers() {
        new LeastSquares(byUser, items, width, unobserved).improve(users);
    }
}
