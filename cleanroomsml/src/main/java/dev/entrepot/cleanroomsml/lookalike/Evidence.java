package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** What a classifier sees of users. */
interface Evidence {
    /** How many weights there are. */
    int width();

    /** The sum of a user's values, each times its weight. */
    double score(int user, double[] weights);

    /** The values of some users, in this order. */
    Rows rows(int[] users);

    default double[] scores(int[] users, double[] weights) {
        return Arrays.stream(users).mapToDouble(user -> score(user, weights)).toArray();
    }
}
