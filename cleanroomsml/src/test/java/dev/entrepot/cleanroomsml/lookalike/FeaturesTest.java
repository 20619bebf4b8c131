package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Features are there to be used: an audience that only they tell apart must be found, though the items are noise. */
class FeaturesTest {
    private static final int USERS = 2_000;

    @Test
    void anAudienceThatOnlyACategoryTellsIsFound() {
        assertThat(auc("category")).isGreaterThan(0.75);
    }

    @Test
    void anAudienceThatOnlyAmountsTellIsFound() {
        assertThat(auc("amount")).isGreaterThan(0.95);
    }

    @Test
    void anAudienceThatNothingTellsIsNot() {
        assertThat(auc("nothing")).isBetween(0.35, 0.65);
    }

    /** One user in ten is of the audience. */
    private static double auc(String difference) {
        var random = new Random(5);
        var interactions = new Interactions();
        int category = interactions.categorical("category");
        int amount = interactions.numerical("amount");
        for (int user = 0; user < USERS; user++) {
            boolean isAlike = user % 10 == 0;
            int count = 3 + random.nextInt(20);
            for (int time = 0; time < count; time++) {
                interactions.add("u" + user, "i" + random.nextInt(300), time);
                boolean isGold = random.nextDouble() < (isAlike && difference.equals("category") ? 0.5 : 0.1);
                interactions.category(category, isGold ? "gold" : "c" + random.nextInt(5));
                double more = isAlike && difference.equals("amount") ? 1.5 : 0;
                interactions.amount(amount, Math.exp(random.nextGaussian() + more));
            }
        }
        var model = LookalikeModel.train(interactions.finish(), TrainingSettings.seeded(1), _ -> {});
        var alike =
                IntStream.range(0, USERS / 10).mapToObj(user -> "u" + user * 10).toList();
        return Trial.of(model, alike, 100).auc();
    }
}
