package dev.entrepot.cleanroomsml.lookalike;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.DoubleConsumer;

/**
 * What is known about users from their interactions, made once and used for any number of seeds (dossier, section 4.5). Immutable.
 */
public final class LookalikeModel {
    /**
     * @param data at least two users
     * @param progress is told in the caller's thread how much is done, rising to 1; what it throws ends the training
     */
    public static LookalikeModel train(TrainingData data, TrainingSettings settings, DoubleConsumer progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws CorruptFileException if it is not just that
     */
    public static LookalikeModel read(InputStream in) {
        throw new UnsupportedOperationException();
    }

    /** In a form of its own, with checksums; the stream stays open. */
    public void write(OutputStream out) {
        throw new UnsupportedOperationException();
    }

    public int users() {
        throw new UnsupportedOperationException();
    }

    /** Those of the ids that are users of this model. */
    public SeedUsers match(Iterable<String> userIds) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ranks all users who are no seeds by how much they are like the seeds.
     *
     * @param seeds matched by this model
     * @param progress is told in the caller's thread how much is done, rising to 1; what it throws ends the ranking
     */
    public Ranking rank(SeedUsers seeds, RankingSettings settings, DoubleConsumer progress) {
        throw new UnsupportedOperationException();
    }
}
