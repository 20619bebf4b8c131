package dev.entrepot.cleanroomsml.lookalike;

import de.bwaldvogel.liblinear.Feature;
import java.util.Arrays;

/** What a classifier sees of users. */
interface Evidence {
    /** How many weights there are. */
    int width();

    /** The sum of a user's values, each times its weight. */
    double score(int user, double[] weights);

    /** A user's values as LIBLINEAR has them: numbered from 1, at the end a 1 for the intercept. */
    Feature[] features(int user);

    default double[] scores(int[] users, double[] weights) {
        return Arrays.stream(users).mapToDouble(user -> score(user, weights)).toArray();
    }
}
