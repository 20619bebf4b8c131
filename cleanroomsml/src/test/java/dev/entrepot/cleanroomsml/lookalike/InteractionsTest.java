package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What counts as an interaction and who counts as a user decides minimums, percentages and the model (dossier, section 2.2). */
class InteractionsTest {
    @Test
    void rowsOfTheSameUserItemAndTimeAreOne() {
        var interactions = new Interactions();
        interactions.add("a", "x", 1);
        interactions.add("b", "x", 1);
        interactions.add("a", "x", 1);
        interactions.add("a", "x", 2);
        interactions.add("a", "w", 1);
        TrainingData data = interactions.finish();
        assertThat(data.records()).isEqualTo(4);
        assertThat(data.users()).isEqualTo(1);
        assertThat(data.users.text(0)).isEqualTo("a");
        assertThat(data.items).containsExactly(0, 1, 1);
        assertThat(data.times).containsExactly(1, 1, 2);
    }

    // Else the value that counts would depend on the order of files.
    @Test
    void rowsThatAreOneHaveAllCategoriesAndTheGreatestAmount() {
        var rows = new ArrayList<>(List.of("red 1", "blue 5", "red 3", "green NaN"));
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(rows, new Random(round));
            var interactions = new Interactions();
            int colour = interactions.categorical("colour");
            int price = interactions.numerical("price");
            interactions.add("a", "y", 9);
            interactions.category(colour, "red");
            interactions.amount(price, 4);
            for (String row : rows) {
                interactions.add("a", "x", 1);
                interactions.category(colour, row.split(" ")[0]);
                interactions.amount(price, Double.parseDouble(row.split(" ")[1]));
            }
            TrainingData data = interactions.finish();
            Rows colours = data.categories.getFirst();
            assertThat(colours.column()).containsExactly(0, 1, 2); // blue, green, red
            assertThat(colours.value()).containsExactly(1, 1, 2);
            double[][] amounts = data.amounts.getFirst();
            assertThat(amounts[0]).containsExactly(4.5);
            assertThat(amounts[1]).containsExactly(5);
            assertThat(amounts[2][0]).isCloseTo(Math.log(10), within(1e-12));
        }
    }

    @Test
    void aUserWithoutAmountsHasTheMean() {
        var interactions = new Interactions();
        int price = interactions.numerical("price");
        for (String user : List.of("a", "b", "c")) {
            interactions.add(user, "x", 1);
            if (!user.equals("b")) {
                interactions.amount(price, user.equals("a") ? -7 : 7);
            }
            interactions.add(user, "y", 1);
        }
        Vectors traits = Traits.of(interactions.finish());
        assertThat(traits.width()).isEqualTo(4);
        assertThat(traits.values()[4 + 1]).isZero();
        assertThat(traits.values()[1]).isNegative().isEqualTo(-traits.values()[8 + 1]);
    }

    @Test
    void anOlderInteractionCountsLessWhenItIsToldTo() {
        var interactions = new Interactions();
        interactions.add("a", "new", 1_000);
        interactions.add("a", "old", 900);
        interactions.add("a", "old", 800);
        TrainingData data = interactions.finish();
        assertThat(ItemCounts.of(data, Optional.empty()).value()).containsExactly(1, 2);
        assertThat(ItemCounts.of(data, Optional.of(Duration.ofSeconds(100))).value())
                .containsExactly(1, 0.5f + 0.25f);
    }

    @Test
    void timesThatCannotBeSecondsAreRefused() {
        var interactions = new Interactions();
        interactions.add("a", "x", 100_000_000_000L);
        interactions.add("a", "x", -100_000_000_000L);
        for (long time : new long[] {100_000_000_001L, -100_000_000_001L, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> interactions.add("a", "x", time));
        }
    }

    @Test
    void withoutTwoUsersThereIsNoModel() {
        var interactions = new Interactions();
        interactions.add("a", "x", 1);
        interactions.add("a", "y", 1);
        interactions.add("b", "y", 1);
        TrainingData data = interactions.finish();
        assertThat(new Interactions().finish().users()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LookalikeModel.train(data, TrainingSettings.seeded(1), _ -> {}));
    }
}
