package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Ranks users by how much they are like seeds: the mean of the ranks that two classifiers give, of behaviour and of taste. */
final class Ranker {
    private static final int FOLDS = 5;
    /** Few seeds: more folds, so that each classifier learns from nearly all of them. */
    private static final int FEW_SEEDS = 100;

    private static final int FOLDS_OF_FEW = 10;

    private final Engine engine;
    private final Ids users;
    private final List<Evidence> evidence;

    Ranker(Engine engine, Ids users, List<Evidence> evidence) {
        this.engine = engine;
        this.users = users;
        this.evidence = evidence;
    }

    /** @param seeds ascending */
    Ranking rank(int[] seeds, RankingSettings settings, DoubleConsumer progress) {
        int[] others = without(seeds);
        var examples = Examples.shuffled(seeds, others, new SplittableRandom(settings.seed()));
        int folds = Math.min(seeds.length < FEW_SEEDS ? FOLDS_OF_FEW : FOLDS, Math.min(seeds.length, others.length));
        var order = new TieBreak(users, settings.tieBreak());
        if (folds < Tuning.FOLDS) {
            return new Ranking(users.select(seeds), users.select(order.sorted(others)), Metrics.none(settings.sizes()));
        }
        HeldOut scores = scores(examples, folds, progress);
        int[] ranked = order.sorted(examples, scores.others());
        var metrics = Metering.of(scores, users.size(), settings.sizes());
        progress.accept(1);
        return new Ranking(users.select(seeds), users.select(ranked), metrics);
    }

    private HeldOut scores(Examples examples, int folds, DoubleConsumer progress) {
        double[] costs = new double[evidence.size()];
        Parallel.forEach(costs.length, kind -> costs[kind] = Tuning.cost(evidence.get(kind), examples));
        progress.accept(0.4);
        HeldOut[] scores =
                HeldOut.of(engine, evidence, costs, examples, folds, done -> progress.accept(0.4 + 0.5 * done));
        return HeldOut.meanRank(scores);
    }

    private int[] without(int[] seeds) {
        return IntStream.range(0, users.size())
                .filter(user -> Arrays.binarySearch(seeds, user) < 0)
                .toArray();
    }
}
