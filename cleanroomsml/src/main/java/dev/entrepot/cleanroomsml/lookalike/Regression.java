package dev.entrepot.cleanroomsml.lookalike;

/**
 * A logistic regression between seeds and others, to be solved.
 *
 * @param seeds with the same columns as the others
 * @param cost what one seed counts beside small weights; all others together count as much as all seeds
 */
public record Regression(Rows seeds, Rows others, double cost) {
    /** Its solution in this process: of each column, the intercept's at the end. */
    double[] weights() {
        var classifier = new Classifier(seeds, others);
        return classifier.train(cost, classifier.zero());
    }
}
