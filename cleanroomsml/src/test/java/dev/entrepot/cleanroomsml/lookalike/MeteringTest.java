package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever buys an audience decides its size by these figures, so they must not promise what is not there (dossier, section 3). */
class MeteringTest {
    private static final int OTHERS = 10_000;
    private static final int SEEDS = 500;

    /** 1,000 of the others have scores as seeds have, above all the rest. */
    private static final HeldOut CLEAR = new HeldOut(
            even(SEEDS, 2),
            DoubleStream.concat(DoubleStream.of(even(9_000, 0)), DoubleStream.of(even(1_000, 2)))
                    .toArray());

    @Test
    void relevanceIsZeroWhereTheAudienceHasAsManyUsersAsAreAlike() {
        Metrics metrics = metrics(CLEAR, Size.absolute(500), Size.absolute(1_000), Size.absolute(2_000));
        assertThat(metrics.relevance().get(0).score().orElseThrow()).isCloseTo(0.5, within(0.1));
        assertThat(metrics.relevance().get(1).score().orElseThrow()).isCloseTo(0, within(0.2));
        assertThat(metrics.relevance().get(2).score().orElseThrow()).isCloseTo(-0.5, within(0.1));
    }

    @Test
    void relevanceFallsWithSizeBetweenOneAndMinusOne() {
        Size[] sizes = Stream.concat(
                        IntStream.rangeClosed(1, 100).mapToObj(Size::percentage),
                        Stream.of(Size.absolute(100_000), Size.absolute(20_000_000)))
                .toArray(Size[]::new);
        double before = 1;
        for (Relevance each : metrics(CLEAR, sizes).relevance()) {
            assertThat(each.score().orElseThrow()).isLessThan(before).isBetween(-1.0, 1.0);
            before = each.score().orElseThrow();
        }
    }

    @Test
    void recallIsTheShareOfSeedsInTheLargestSize() {
        assertThat(recall(Size.percentage(5))).isCloseTo(0.5, within(0.01));
        assertThat(recall(Size.absolute(525), Size.absolute(3))).isCloseTo(0.5, within(0.01));
        assertThat(recall(Size.percentage(1), Size.percentage(20))).isEqualTo(1);
        assertThat(recall(Size.absolute(20_000_000))).isEqualTo(1);
        assertThat(recall()).isEqualTo(1);
    }

    @Test
    void chanceHasTheRecallOfChanceAndNoRelevance() {
        for (int seeds : new int[] {25, 100, 500}) {
            double recall = 0;
            int told = 0;
            for (int round = 0; round < 40; round++) {
                var random = new Random(round);
                var scores = new HeldOut(
                        random.doubles(seeds).toArray(), random.doubles(OTHERS).toArray());
                Metrics metrics = metrics(scores, Size.percentage(1), Size.percentage(20), Size.percentage(100));
                told += metrics.relevance().getFirst().score().isPresent() ? 1 : 0;
                recall += metrics(scores, Size.percentage(20)).recall().orElseThrow() / 40;
            }
            assertThat(recall).isCloseTo(0.2, within(0.03));
            assertThat(told).isLessThanOrEqualTo(4);
        }
    }

    // Scores that are all the same are no better than chance either.
    @Test
    void equalScoresAreChance() {
        var scores = new HeldOut(new double[SEEDS], new double[OTHERS]);
        assertThat(metrics(scores, Size.percentage(5)).recall().orElseThrow()).isCloseTo(0.05, within(0.001));
        assertThat(metrics(scores, Size.percentage(5)).relevance().getFirst().score())
                .isEmpty();
    }

    private static double recall(Size... sizes) {
        return metrics(CLEAR, sizes).recall().orElseThrow();
    }

    private static Metrics metrics(HeldOut scores, Size... sizes) {
        return Metering.of(scores, scores.seeds().length + scores.others().length, List.of(sizes));
    }

    /** From a number to the next, at even distances. */
    private static double[] even(int count, double from) {
        return IntStream.range(0, count)
                .mapToDouble(next -> from + (next + 0.5) / count)
                .toArray();
    }
}
