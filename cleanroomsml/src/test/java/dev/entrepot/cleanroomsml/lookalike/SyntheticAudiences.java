package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Users with tastes and what they interact with because of them (dossier, section 4.7): 20,000 users, 4,000 items, 30 topics, some
 * 300,000 interactions. An audience is the 1,000 users who are fondest of two topics, with a little noise.
 */
public final class SyntheticAudiences {
    static final int USERS = 20_000;

    private static final int ITEMS = 4_000;
    private static final int TOPICS = 30;
    private static final int AUDIENCE = 1_000;

    private final Random random;
    private final double[][] tastes = new double[USERS][];
    private final Interactions interactions = new Interactions();

    public SyntheticAudiences(long seed) {
        random = new Random(seed);
        double[] popularity = new double[ITEMS];
        double[][] byTopic = new double[TOPICS][ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            popularity[item] = Math.pow(item + 1, -0.8);
            double[] topics = dirichlet(TOPICS, 0.1);
            for (int topic = 0; topic < TOPICS; topic++) {
                byTopic[topic][item] = topics[topic] * popularity[item];
            }
        }
        Arrays.parallelPrefix(popularity, Double::sum);
        for (double[] topic : byTopic) {
            Arrays.parallelPrefix(topic, Double::sum);
        }
        for (int user = 0; user < USERS; user++) {
            tastes[user] = dirichlet(TOPICS, 0.15);
            interact(user, popularity, byTopic);
        }
    }

    public TrainingData data() {
        return interactions.finish();
    }

    static String id(int user) {
        return "user-" + user;
    }

    /** The next audience's users, in random order. */
    public List<String> audience() {
        int one = random.nextInt(TOPICS);
        int other = (one + 1 + random.nextInt(TOPICS - 1)) % TOPICS;
        double[] fondness = new double[USERS];
        Arrays.setAll(fondness, user -> tastes[user][one] + tastes[user][other] + 0.05 * random.nextGaussian());
        int[] order = ((IntOrder) (a, b) -> Double.compare(fondness[b], fondness[a])).sorted(USERS);
        return shuffled(Arrays.copyOf(order, AUDIENCE));
    }

    /** As many users, taken at random. */
    List<String> randomAudience() {
        return shuffled(IntStream.range(0, USERS).toArray()).subList(0, AUDIENCE);
    }

    private List<String> shuffled(int[] users) {
        var ids = Arrays.stream(users).mapToObj(SyntheticAudiences::id).collect(Collectors.toList());
        Collections.shuffle(ids, random);
        return ids;
    }

    private void interact(int user, double[] popularity, double[][] byTopic) {
        double[] taste = tastes[user].clone();
        Arrays.parallelPrefix(taste, Double::sum);
        int draws = 2 + (int) Math.min(300, Math.exp(2.2 + random.nextGaussian()));
        var items = new BitSet();
        for (int draw = 0; draw < draws; draw++) {
            items.set(draw(random.nextDouble() < 0.8 ? byTopic[draw(taste)] : popularity));
        }
        items.stream().forEach(item -> interactions.add(id(user), "item-" + item, 0));
    }

    /** A place with a chance in proportion to its step in sums. */
    private int draw(double[] sums) {
        int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(place < 0 ? -place - 1 : place, sums.length - 1);
    }

    private double[] dirichlet(int size, double concentration) {
        double[] shares = new double[size];
        Arrays.setAll(shares, _ -> gamma(concentration));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, part -> shares[part] / sum);
        return shares;
    }

    /** Marsaglia and Tsang's method; a shape below 1 by that of the next one. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
