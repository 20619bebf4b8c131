package dev.entrepot.cleanroomsml.lookalike;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * What is known about users from their interactions, made once and used for any number of seeds (dossier, section 4.5): which items
 * they met and categories they have, weighed; a short vector of their taste; a few numbers. Immutable.
 */
public final class LookalikeModel {
    private static final int FORMAT = 0x454C4D31; // ELM1

    final Ids users;
    final Rows tokens;
    final Vectors tastes;
    final Vectors traits;

    private LookalikeModel(Ids users, Rows tokens, Vectors tastes, Vectors traits) {
        this.users = users;
        this.tokens = tokens;
        this.tastes = tastes;
        this.traits = traits;
    }

    /** A model trained in this process. */
    public static LookalikeModel train(TrainingData data, TrainingSettings settings, DoubleConsumer progress) {
        return train(Engine.LOCAL, data, settings, progress);
    }

    /**
     * @param data at least two users
     * @param progress is told in the caller's thread how much is done, rising to 1; what it throws ends the training
     */
    public static LookalikeModel train(
            Engine engine, TrainingData data, TrainingSettings settings, DoubleConsumer progress) {
        if (data.users() < 2) {
            throw new IllegalArgumentException("No model without two users");
        }
        Rows counts = ItemCounts.of(data, settings.recencyHalfLife());
        var kinds = new ArrayList<Rows>(List.of(counts));
        kinds.addAll(data.categories);
        Rows tokens = TfIdf.of(kinds);
        Vectors traits = Traits.of(data);
        var factors = Factors.of(counts, settings.seed());
        float[] tastes = engine.tastes(counts, factors, progress);
        return new LookalikeModel(data.users, tokens, new Vectors(factors.width(), tastes).scaled(), traits);
    }

    public int users() {
        return users.size();
    }

    /** Those of the ids that are users of this model. */
    public SeedUsers match(Iterable<String> userIds) {
        return new SeedUsers(users, userIds);
    }

    /** A ranking worked out in this process. */
    public Ranking rank(SeedUsers seeds, RankingSettings settings, DoubleConsumer progress) {
        return rank(Engine.LOCAL, seeds, settings, progress);
    }

    /**
     * Ranks all users who are no seeds by how much they are like the seeds.
     *
     * @param seeds matched by this model
     * @param progress is told in the caller's thread how much is done, rising to 1; what it throws ends the ranking
     */
    public Ranking rank(Engine engine, SeedUsers seeds, RankingSettings settings, DoubleConsumer progress) {
        if (seeds.model != users) {
            throw new IllegalArgumentException("Another model matched these seeds");
        }
        return new Ranker(engine, users, evidence()).rank(seeds.users, settings, progress);
    }

    List<Evidence> evidence() {
        return List.of(new Behaviour(tokens, traits), new Taste(tastes, traits));
    }

    /** In a form of its own, with checksums; the stream stays open. */
    public void write(OutputStream stream) {
        var out = new CheckedWriter(stream);
        out.ints(FORMAT, users.size(), tokens.columns(), tastes.width(), traits.width());
        users.write(out);
        tokens.write(out);
        tastes.write(out);
        traits.write(out);
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws CorruptFileException if it is not just that
     */
    public static LookalikeModel read(InputStream stream) {
        var in = new CheckedReader(stream);
        int[] sizes = in.header(FORMAT, 4);
        var model = new LookalikeModel(
                Ids.read(in, sizes[0]),
                Rows.read(in, sizes[0], sizes[1]),
                Vectors.read(in, sizes[0], sizes[2]),
                Vectors.read(in, sizes[0], sizes[3]));
        in.end();
        return model;
    }
}
