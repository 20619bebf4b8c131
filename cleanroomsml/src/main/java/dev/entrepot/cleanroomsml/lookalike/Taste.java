package dev.entrepot.cleanroomsml.lookalike;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;

/** Users by their vectors, which are near each other where the items are of a kind though not the same. */
record Taste(Vectors vectors, Vectors traits) implements Evidence {
    @Override
    public int width() {
        return vectors.width() + traits.width();
    }

    @Override
    public double score(int user, double[] weights) {
        return vectors.times(user, weights, 0) + traits.times(user, weights, vectors.width());
    }

    @Override
    public Feature[] features(int user) {
        var features = new Feature[width() + 1];
        for (int column = 0; column < vectors.width(); column++) {
            features[column] = new FeatureNode(column + 1, vectors.values()[user * vectors.width() + column]);
        }
        for (int trait = 0; trait < traits.width(); trait++) {
            features[vectors.width() + trait] =
                    new FeatureNode(vectors.width() + trait + 1, traits.values()[user * traits.width() + trait]);
        }
        features[width()] = new FeatureNode(width() + 1, 1);
        return features;
    }
}
