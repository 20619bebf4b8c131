package dev.entrepot.bench.audience;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well scores find hidden users.
 *
 * @param auc how often a hidden user's score is above that of one who is no member
 * @param recall the share of the hidden users among the best 1, 5 and 20 percent
 */
record Hits(double auc, double[] recall) {
    private static final double[] SHARES = {0.01, 0.05, 0.2};

    /** @param seeds who take no part */
    static Hits of(double[] scores, BitSet seeds, BitSet hidden) {
        int[] ranked = IntStream.range(0, scores.length)
                .filter(user -> !seeds.get(user))
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .mapToInt(user -> user)
                .toArray();
        double[] recall = new double[SHARES.length];
        double pairs = 0;
        long found = 0;
        for (int from = 0, to; from < ranked.length; from = to) {
            int foundBefore = (int) found;
            for (to = from; to < ranked.length && scores[ranked[to]] == scores[ranked[from]]; to++) {
                if (hidden.get(ranked[to])) {
                    found++;
                    for (int share = 0; share < SHARES.length; share++) {
                        recall[share] += to < Math.ceil(SHARES[share] * ranked.length) ? 1 : 0;
                    }
                }
            }
            double equal = found - foundBefore;
            pairs += (to - from - equal) * (foundBefore + equal / 2);
        }
        for (int share = 0; share < SHARES.length; share++) {
            recall[share] /= found;
        }
        return new Hits(pairs / found / (ranked.length - found), recall);
    }

    /** The means of several, as a row of figures. */
    static String means(List<Hits> hits) {
        var text = new StringBuilder("%6.3f".formatted(mean(hits, Hits::auc)));
        for (int share = 0; share < SHARES.length; share++) {
            int at = share;
            text.append(" %6.2f".formatted(mean(hits, each -> each.recall[at])));
        }
        return text.toString();
    }

    private static double mean(List<Hits> hits, ToDoubleFunction<Hits> figure) {
        return hits.stream().mapToDouble(figure).average().orElseThrow();
    }
}
