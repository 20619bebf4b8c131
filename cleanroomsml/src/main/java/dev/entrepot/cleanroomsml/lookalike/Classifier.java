package dev.entrepot.cleanroomsml.lookalike;

import de.bwaldvogel.liblinear.Feature;
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

    Classifier(Evidence evidence, int[] seeds, int[] others) {
        this.seeds = seeds.length;
        problem.l = seeds.length + others.length;
        problem.n = evidence.width() + 1;
        problem.bias = 1;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int next = 0; next < problem.l; next++) {
            boolean isSeed = next < seeds.length;
            problem.x[next] = evidence.features(isSeed ? seeds[next] : others[next - seeds.length]);
            problem.y[next] = isSeed ? SEED : OTHER;
        }
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
