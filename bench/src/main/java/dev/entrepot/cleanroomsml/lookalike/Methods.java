package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Ways to rank a model's users by their likeness to seeds: what one has without learning, each half of ours alone, and ours. It is in this
 * package, though in another module, because the halves are nobody else's business.
 */
public final class Methods {
    private final LookalikeModel model;

    public Methods(LookalikeModel model) {
        this.model = model;
    }

    /** @return of a user of this id; negative for a stranger */
    public int user(String id) {
        return model.users.find(id);
    }

    /** By method, a score for each user. Seeds have none. */
    public Map<String, double[]> scores(int[] seeds) {
        int[] others = IntStream.range(0, model.users())
                .filter(user -> Arrays.binarySearch(seeds, user) < 0)
                .toArray();
        var scores = new LinkedHashMap<String, double[]>();
        scores.put("random", new Random(1).doubles(model.users()).toArray());
        scores.put("most active", activity());
        scores.put("centroid", centroid(seeds, others));
        var examples = Examples.shuffled(seeds, others, new SplittableRandom(1));
        int folds = seeds.length < 100 ? 10 : 5;
        double[] costs = model.evidence().stream()
                .mapToDouble(kind -> Tuning.cost(kind, examples))
                .toArray();
        HeldOut[] halves = HeldOut.of(Engine.LOCAL, model.evidence(), costs, examples, folds, _ -> {});
        scores.put("behaviour alone", byUser(examples, HeldOut.meanRank(halves[0])));
        scores.put("taste alone", byUser(examples, HeldOut.meanRank(halves[1])));
        scores.put("ours", byUser(examples, HeldOut.meanRank(halves)));
        return scores;
    }

    private double[] activity() {
        double[] activity = new double[model.users()];
        Arrays.setAll(activity, user -> model.traits.values()[user * model.traits.width()]);
        return activity;
    }

    /** The direction from the mean of the others to the mean of the seeds. */
    private double[] centroid(int[] seeds, int[] others) {
        double[] direction = new double[model.tokens.columns()];
        add(direction, seeds, 1.0 / seeds.length);
        add(direction, others, -1.0 / others.length);
        double[] scores = new double[model.users()];
        Arrays.setAll(scores, user -> model.tokens.times(user, direction));
        return scores;
    }

    private void add(double[] direction, int[] users, double factor) {
        for (int user : users) {
            for (int cell = model.tokens.starts()[user]; cell < model.tokens.starts()[user + 1]; cell++) {
                direction[model.tokens.column()[cell]] += factor * model.tokens.value()[cell];
            }
        }
    }

    private double[] byUser(Examples examples, HeldOut scores) {
        double[] byUser = new double[model.users()];
        for (int place = 0; place < examples.others(); place++) {
            byUser[examples.other(place)] = scores.others()[place];
        }
        return byUser;
    }
}
