package dev.entrepot.cleanroomsml.lookalike;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;

/** Logistic regression between seeds and others, by LIBLINEAR's primal Newton method, in which nothing is random. */
final class Classifier {
    private static final double TOLERANCE = 0.002;

    private static final int SEED = 1;
    private static final int OTHER = -1;

    static {
        Linear.disableDebugOutput();
    }

    private final Problem problem = new Problem();
    private final int seeds;

    /** @param seeds with the same columns as the others */
    Classifier(Rows seeds, Rows others) {
        this.seeds = seeds.size();
        problem.l = seeds.size() + others.size();
        problem.n = seeds.columns() + 1;
        problem.bias = 1;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int next = 0; next < problem.l; next++) {
            boolean isSeed = next < this.seeds;
            problem.x[next] = features(isSeed ? seeds : others, isSeed ? next : next - this.seeds);
            problem.y[next] = isSeed ? SEED : OTHER;
        }
    }

    /** A row as LIBLINEAR has it: numbered from 1, at the end a 1 for the intercept. */
    private static Feature[] features(Rows rows, int row) {
        int from = rows.starts()[row];
        var features = new Feature[rows.starts()[row + 1] - from + 1];
        for (int next = 0; next < features.length - 1; next++) {
            features[next] = new FeatureNode(rows.column()[from + next] + 1, rows.value()[from + next]);
        }
        features[features.length - 1] = new FeatureNode(rows.columns() + 1, 1);
        return features;
    }

    /** Weights to begin with: none. */
    double[] zero() {
        return new double[problem.n];
    }

    /**
     * The weights, the intercept's last; it alone may be large for nothing.
     *
     * @param cost what one seed counts beside small weights; all others together count as much as all seeds
     * @param start weights to begin with
     */
    double[] train(double cost, double[] start) {
        int others = problem.l - seeds;
        // LIBLINEAR makes its tolerance smaller where one side has few examples; here both have equal weight.
        var parameter =
                new Parameter(SolverType.L2R_LR, cost, TOLERANCE * problem.l / Math.max(1, Math.min(seeds, others)));
        parameter.setWeights(new double[] {1, (double) seeds / others}, new int[] {SEED, OTHER});
        parameter.setRegularizeBias(false);
        parameter.setInitSol(start);
        return Arrays.copyOf(Linear.train(problem, parameter).getFeatureWeights(), problem.n);
    }
}
