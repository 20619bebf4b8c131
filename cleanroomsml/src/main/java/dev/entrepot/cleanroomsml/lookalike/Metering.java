package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Works out a ranking's metrics from the scores of seeds that were held out, among those of the others (dossier, section 3). */
final class Metering {
    /** Percent of users, where no sizes are asked for; and what tells a ranking from chance, whatever the sizes. */
    private static final Size USUAL = Size.percentage(20);

    /** So much more recall than chance has is too little to speak of; with few seeds, two deviations of chance. */
    private static final double MARGIN = 0.05;

    /** Thresholds that fewer of the seeds reach tell little. */
    private static final double FEWEST_SEEDS = 0.15;

    private final double[] seeds;
    private final double[] others;
    private final int users;

    private Metering(HeldOut scores, int users) {
        seeds = scores.seeds().clone();
        others = scores.others().clone();
        Arrays.sort(seeds);
        Arrays.parallelSort(others);
        this.users = users;
    }

    static Metrics of(HeldOut scores, int users, List<Size> sizes) {
        return new Metering(scores, users).metrics(sizes);
    }

    private Metrics metrics(List<Size> sizes) {
        double largest = sizes.stream().mapToDouble(this::share).max().orElse(share(USUAL));
        boolean isChance = isChance();
        double like = isChance ? 0 : like();
        return new Metrics(
                sizes.stream()
                        .map(size -> new Relevance(
                                size,
                                isChance ? OptionalDouble.empty() : OptionalDouble.of(score(like, size.of(users)))))
                        .toList(),
                OptionalDouble.of(rounded(recall(largest))));
    }

    private double share(Size size) {
        return Math.min(1, (double) size.of(users) / users);
    }

    /** The share of seeds among the best {@code share} of the others; of those with the last score that gets in, as many as get in. */
    private double recall(double share) {
        double places = share * others.length;
        double last = others[Math.max(0, others.length - (int) Math.ceil(places))];
        int above = Scores.above(others, last);
        int equal = Scores.atLeast(others, last) - above;
        int seedsAbove = Scores.above(seeds, last);
        int seedsEqual = Scores.atLeast(seeds, last) - seedsAbove;
        return (seedsAbove + seedsEqual * (places - above) / equal) / seeds.length;
    }

    private boolean isChance() {
        double share = share(USUAL);
        double deviation = Math.sqrt(share * (1 - share) / seeds.length);
        return recall(share) <= share + Math.max(MARGIN, 2 * deviation);
    }

    /** How many of the others are like seeds, at most: as many as would fill, with seeds alone, where seeds are densest. */
    private double like() {
        double least = 1;
        for (int kept = (int) Math.ceil(FEWEST_SEEDS * seeds.length); kept <= seeds.length; kept++) {
            double threshold = seeds[seeds.length - kept];
            double above = (double) Scores.atLeast(others, threshold) / others.length;
            least = Math.min(least, above * seeds.length / kept);
        }
        return least * others.length;
    }

    private static double score(double like, double size) {
        return rounded((like - size) / Math.max(like, size));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
