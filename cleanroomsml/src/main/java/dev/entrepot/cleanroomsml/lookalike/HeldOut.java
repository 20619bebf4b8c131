package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scores of everybody by a classifier that did not learn from them, one fold after the other. Classifiers differ in scale, so each
 * one's scores are in deviations from the mean of the others it scored.
 *
 * @param seeds in the examples' order
 * @param others in the examples' order
 */
record HeldOut(double[] seeds, double[] others) {
    /** What a classifier learns from, and whom it scores then. */
    private record Fold(Evidence evidence, double cost, Split split) {
        Regression regression() {
            return new Regression(evidence.rows(split.seeds()), evidence.rows(split.others()), cost);
        }
    }

    /** @return of each kind of evidence, by its cost */
    static HeldOut[] of(
            Engine engine,
            List<Evidence> evidence,
            double[] costs,
            Examples examples,
            int folds,
            DoubleConsumer progress) {
        List<Split> splits = IntStream.range(0, folds)
                .mapToObj(fold -> examples.split(fold, folds))
                .toList();
        List<Fold> all = IntStream.range(0, evidence.size())
                .boxed()
                .flatMap(kind -> splits.stream().map(split -> new Fold(evidence.get(kind), costs[kind], split)))
                .toList();
        List<double[]> weights = engine.weights(
                all.stream().<Supplier<Regression>>map(fold -> fold::regression).toList(), progress);
        HeldOut[] parts = new HeldOut[all.size()];
        Parallel.forEach(parts.length, each -> parts[each] = scored(all.get(each), weights.get(each)));
        return IntStream.range(0, evidence.size())
                .mapToObj(kind -> joined(List.of(parts).subList(kind * folds, (kind + 1) * folds)))
                .toArray(HeldOut[]::new);
    }

    private static HeldOut joined(List<HeldOut> parts) {
        return new HeldOut(
                joined(parts.stream().map(HeldOut::seeds)),
                joined(parts.stream().map(HeldOut::others)));
    }

    private static double[] joined(Stream<double[]> parts) {
        return parts.flatMapToDouble(Arrays::stream).toArray();
    }

    private static HeldOut scored(Fold fold, double[] weights) {
        double[] seeds = fold.evidence.scores(fold.split.heldSeeds(), weights);
        double[] others = fold.evidence.scores(fold.split.heldOthers(), weights);
        double mean = Arrays.stream(others).sum() / others.length;
        double squares = 0;
        for (double score : others) {
            squares += (score - mean) * (score - mean);
        }
        double deviation = squares == 0 ? 1 : Math.sqrt(squares / others.length);
        Arrays.setAll(seeds, place -> (seeds[place] - mean) / deviation);
        Arrays.setAll(others, place -> (others[place] - mean) / deviation);
        return new HeldOut(seeds, others);
    }

    /** The mean of the ranks that several have, from 0 to 1 among the others; the greatest are most like seeds. */
    static HeldOut meanRank(HeldOut... scores) {
        double[] seeds = new double[scores[0].seeds.length];
        double[] others = new double[scores[0].others.length];
        for (HeldOut each : scores) {
            double[] sorted = each.others.clone();
            Arrays.parallelSort(sorted);
            Parallel.forPieces(others.length, (from, to) -> {
                for (int place = from; place < to; place++) {
                    others[place] += Scores.below(sorted, each.others[place]) / scores.length;
                }
            });
            Arrays.setAll(seeds, place -> seeds[place] + Scores.below(sorted, each.seeds[place]) / scores.length);
        }
        return new HeldOut(seeds, others);
    }
}
