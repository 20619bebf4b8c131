package dev.entrepot.cleanroomsml.lookalike;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;

/** Users by the very items they met. */
record Behaviour(Rows tokens, Vectors traits) implements Evidence {
    @Override
    public int width() {
        return tokens.columns() + traits.width();
    }

    @Override
    public double score(int user, double[] weights) {
        return tokens.times(user, weights) + traits.times(user, weights, tokens.columns());
    }

    @Override
    public Feature[] features(int user) {
        int from = tokens.starts()[user];
        int cells = tokens.starts()[user + 1] - from;
        var features = new Feature[cells + traits.width() + 1];
        for (int cell = 0; cell < cells; cell++) {
            features[cell] = new FeatureNode(tokens.column()[from + cell] + 1, tokens.value()[from + cell]);
        }
        for (int trait = 0; trait < traits.width(); trait++) {
            features[cells + trait] =
                    new FeatureNode(tokens.columns() + trait + 1, traits.values()[user * traits.width() + trait]);
        }
        features[cells + traits.width()] = new FeatureNode(width() + 1, 1);
        return features;
    }
}
