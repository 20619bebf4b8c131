package dev.entrepot.bench.sample;

import dev.entrepot.cleanroomsml.lookalike.Interactions;
import java.util.SplittableRandom;

/** Users who each like two of forty topics, and mostly meet items of these; a few items and a few users have most of the interactions. */
public final class SampleInteractions {
    private static final int TOPICS = 40;

    private SampleInteractions() {}

    /** Takes interactions one by one. */
    public interface Sink {
        void add(String user, String item, long epochSecond);
    }

    /** About so many interactions. */
    public static Interactions of(int users, int items, int interactions) {
        var sample = new Interactions();
        each(users, items, interactions, sample::add);
        return sample;
    }

    /** The same ones, wherever they go. */
    public static void each(int users, int items, int interactions, Sink sample) {
        var random = new SplittableRandom(1);
        double typical = interactions / (double) users / Math.exp(0.5);
        for (int user = 0; user < users; user++) {
            int count = (int) Math.clamp(typical * Math.exp(random.nextGaussian()), 2, 2_000);
            for (int next = 0; next < count; next++) {
                int topic = random.nextDouble() < 0.3 ? random.nextInt(TOPICS) : liked(user, random.nextBoolean());
                int item = (int) (Math.pow(random.nextDouble(), 2.5) * items / TOPICS) * TOPICS + topic;
                sample.add("user-" + user, "item-" + item, 1_600_000_000L + random.nextInt(100_000_000));
            }
        }
    }

    /** One of a series of users who like the same two topics. */
    public static String userAlike(int kind, int number) {
        return "user-" + (kind + (long) TOPICS * number);
    }

    private static int liked(int user, boolean first) {
        return (first ? user : user * 7 + 3) % TOPICS;
    }
}
