package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Scores of everybody by a classifier that did not learn from them, one fold after the other. Classifiers differ in scale, so each
 * one's scores are in deviations from the mean of the others it scored.
 *
 * @param seeds in the examples' order
 * @param others in the examples' order
 */
record HeldOut(double[] seeds, double[] others) {
    static HeldOut of(Engine engine, Evidence evidence, double cost, Examples examples, int folds) {
        HeldOut[] parts = new HeldOut[folds];
        Parallel.forEach(folds, fold -> parts[fold] = scored(engine, evidence, cost, examples.split(fold, folds)));
        return new HeldOut(
                Stream.of(parts)
                        .flatMapToDouble(part -> Arrays.stream(part.seeds))
                        .toArray(),
                Stream.of(parts)
                        .flatMapToDouble(part -> Arrays.stream(part.others))
                        .toArray());
    }

    private static HeldOut scored(Engine engine, Evidence evidence, double cost, Split split) {
        double[] weights = engine.weights(evidence.rows(split.seeds()), evidence.rows(split.others()), cost);
        double[] seeds = evidence.scores(split.heldSeeds(), weights);
        double[] others = evidence.scores(split.heldOthers(), weights);
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
