package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeds and others, each in random order, so that every stretch is a random sample. */
final class Examples {
    /** More others than this teach a classifier nothing. */
    private static final int MOST_OTHERS = 200_000;

    private final int[] seeds;
    private final int[] others;

    private Examples(int[] seeds, int[] others) {
        this.seeds = seeds;
        this.others = others;
    }

    static Examples shuffled(int[] seeds, int[] others, SplittableRandom random) {
        return new Examples(shuffled(seeds, random), shuffled(others, random));
    }

    int seeds() {
        return seeds.length;
    }

    int others() {
        return others.length;
    }

    int other(int place) {
        return others[place];
    }

    /** All seeds and so many others. */
    Examples sample(int most) {
        return new Examples(seeds, Arrays.copyOf(others, Math.min(most, others.length)));
    }

    /** A fold of seeds and others is held out; folds are stretches of this order. */
    Split split(int fold, int folds) {
        int[] rest = without(others, fold, folds);
        return new Split(
                without(seeds, fold, folds),
                Arrays.copyOf(rest, Math.min(MOST_OTHERS, rest.length)),
                fold(seeds, fold, folds),
                fold(others, fold, folds));
    }

    private static int[] fold(int[] users, int fold, int folds) {
        return Arrays.copyOfRange(users, cut(users, fold, folds), cut(users, fold + 1, folds));
    }

    private static int[] without(int[] users, int fold, int folds) {
        int from = cut(users, fold, folds);
        int to = cut(users, fold + 1, folds);
        int[] rest = Arrays.copyOf(users, users.length - (to - from));
        System.arraycopy(users, to, rest, from, users.length - to);
        return rest;
    }

    private static int cut(int[] users, int fold, int folds) {
        return (int) ((long) users.length * fold / folds);
    }

    private static int[] shuffled(int[] users, SplittableRandom random) {
        int[] shuffled = users.clone();
        for (int size = users.length; size > 1; size--) {
            int place = random.nextInt(size);
            int user = shuffled[place];
            shuffled[place] = shuffled[size - 1];
            shuffled[size - 1] = user;
        }
        return shuffled;
    }
}
