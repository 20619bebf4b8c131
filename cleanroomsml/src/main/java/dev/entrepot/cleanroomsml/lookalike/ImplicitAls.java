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
    private final Rows byUser;
    private final Rows byItem;
    private final int width;
    private final float unobserved;
    private final float[] users;
    private final float[] items;

    /** @param byUser only which cells there are matters */
    ImplicitAls(Rows byUser, Factors factors) {
        this.byUser = byUser;
        byItem = byUser.transposed();
        width = factors.width();
        unobserved = (float) factors.unobserved();
        users = new float[Math.multiplyExact(byUser.size(), width)];
        items = new float[Math.multiplyExact(byItem.size(), width)];
        var random = new SplittableRandom(factors.seed());
        double deviation = 0.1 / Math.sqrt(width);
        for (int at = 0; at < items.length; at++) {
            items[at] = (float) (deviation * random.nextGaussian());
        }
    }

    /** The users' vectors, row after row. */
    float[] users(DoubleConsumer progress) {
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            improveUsers();
            new LeastSquares(byItem, users, width, unobserved).improve(items);
            progress.accept((epoch + 1.0) / EPOCHS);
        }
        improveUsers();
        return users;
    }

    private void improveUsers() {
        new LeastSquares(byUser, items, width, unobserved).improve(users);
    }
}
