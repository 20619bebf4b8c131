package dev.entrepot.cleanroomsml.lookalike;

/** Interactions in order, from which a model is trained. Users with fewer than two are counted and left out of all else. */
public final class TrainingData {
    /** Users who have two interactions at least: those that a model ranks. */
    public int users() {
        throw new UnsupportedOperationException();
    }

    /** All different interactions. */
    public long records() {
        throw new UnsupportedOperationException();
    }
}
