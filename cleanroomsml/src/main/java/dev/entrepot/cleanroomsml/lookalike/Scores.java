package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** Calculations over scores. */
final class Scores {
    private Scores() {}

    /** How often a seed's score is above another's, equal ones counting half: 0.5 for chance, 1 for perfection. */
    static double auc(double[] seeds, double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double seed : seeds) {
            sum += below(sorted, seed);
        }
        return sum / seeds.length;
    }

    /** The share of sorted scores that are below a score, equal ones counting half. */
    static double below(double[] sorted, double score) {
        return (first(sorted, score, false) + first(sorted, score, true)) / 2.0 / sorted.length;
    }

    /** How many of sorted scores are not below a score. */
    static int atLeast(double[] sorted, double score) {
        return sorted.length - first(sorted, score, false);
    }

    /** How many of sorted scores are above a score. */
    static int above(double[] sorted, double score) {
        return sorted.length - first(sorted, score, true);
    }

    /** The place of the first score that is not below, or that is above. */
    private static int first(double[] sorted, double score, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score || above && sorted[middle] == score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
