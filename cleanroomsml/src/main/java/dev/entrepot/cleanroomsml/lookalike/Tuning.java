package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a seed is to count beside small weights: so much that seeds which were held out are ranked best. */
final class Tuning {
    private static final Logger LOG = LoggerFactory.getLogger(Tuning.class);

    static final int FOLDS = 3;
    /** Half a decade each, from a hundredth to a thousand. */
    private static final double[] COSTS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000};
    /** So many others, or several times the seeds, tell costs apart; more would only take longer. */
    private static final int OTHERS = 5000;

    private static final int OTHERS_PER_SEED = 4;
    /** Once so much is lost, larger costs, which take the longest, are given up. */
    private static final double LOSS = 0.01;

    private Tuning() {}

    static double cost(Evidence evidence, Examples examples) {
        Examples few = examples.sample(Math.max(OTHERS, OTHERS_PER_SEED * examples.seeds()));
        double[][] aucs = new double[FOLDS][];
        Parallel.forEach(FOLDS, fold -> aucs[fold] = aucs(evidence, few.split(fold, FOLDS)));
        int best = 0;
        double[] sums = new double[COSTS.length];
        for (int cost = 0; cost < COSTS.length; cost++) {
            for (double[] auc : aucs) {
                sums[cost] += auc[cost];
            }
            best = sums[cost] > sums[best] ? cost : best;
        }
        if (best == COSTS.length - 1 || best == 0) {
            LOG.debug("The best cost, {}, is at the end of those tried", COSTS[best]);
        }
        return COSTS[best];
    }

    private static double[] aucs(Evidence evidence, Split split) {
        var classifier = new Classifier(evidence.rows(split.seeds()), evidence.rows(split.others()));
        double[] weights = classifier.zero();
        double[] aucs = new double[COSTS.length];
        double best = 0;
        for (int cost = 0; cost < COSTS.length; cost++) {
            weights = classifier.train(COSTS[cost], weights);
            aucs[cost] = Scores.auc(
                    evidence.scores(split.heldSeeds(), weights), evidence.scores(split.heldOthers(), weights));
            best = Math.max(best, aucs[cost]);
            if (cost > 0 && Math.max(aucs[cost], aucs[cost - 1]) < best - LOSS) {
                Arrays.fill(aucs, cost + 1, COSTS.length, 0);
                break;
            }
        }
        return aucs;
    }
}
