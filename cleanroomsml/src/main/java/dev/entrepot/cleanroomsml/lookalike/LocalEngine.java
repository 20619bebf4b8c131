package dev.entrepot.cleanroomsml.lookalike;

import java.util.function.DoubleConsumer;

/** This process. */
final class LocalEngine implements Engine {
    @Override
    public float[] tastes(Rows met, Factors factors, DoubleConsumer progress) {
        return new ImplicitAls(met, factors).users(progress);
    }

    @Override
    public double[] weights(Rows seeds, Rows others, double cost) {
        var classifier = new Classifier(seeds, others);
        return classifier.train(cost, classifier.zero());
    }
}
