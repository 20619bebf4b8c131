package dev.entrepot.cleanroomsml.lookalike;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Vectors of users and items whose products are near 1 where a user met an item and, with a small weight, near 0 everywhere
 * (implicit matrix factorisation by alternating least squares: Hu, Koren, Volinsky 2008; regularisation by frequency: Rendle et al. 2021).
 * What it comes to depends on where it begins, so all engines begin alike.
 */
public final class ImplicitAls {
    private static final int EPOCHS = 12;

    private ImplicitAls() {}

    /** The rows of the matrix or of its transpose, each with a vector, wherever they are kept. */
    public interface Side<S> {
        /** Moves every vector nearer to what is best for the other side's; {@link LeastSquares} knows how. */
        void improve(S other);
    }

    /** @param progress is told how much is done; what it throws ends the work */
    public static <S extends Side<S>> void alternate(S users, S items, DoubleConsumer progress) {
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            users.improve(items);
            items.improve(users);
            progress.accept((epoch + 1.0) / EPOCHS);
        }
        users.improve(items);
    }

    /** The vectors that items begin with, row after row; users begin with none. */
    public static float[] items(int count, Factors factors) {
        float[] items = new float[Math.multiplyExact(count, factors.width())];
        var random = new SplittableRandom(factors.seed());
        double deviation = 0.1 / Math.sqrt(factors.width());
        for (int at = 0; at < items.length; at++) {
            items[at] = (float) (deviation * random.nextGaussian());
        }
        return items;
    }
}
