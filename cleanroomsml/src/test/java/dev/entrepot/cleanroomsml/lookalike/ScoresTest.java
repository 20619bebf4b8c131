package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Costs are chosen and users ranked by these figures: they are compared with counting every pair. */
class ScoresTest {
    @Test
    void pairsAreCountedWithEqualOnesByHalves() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            double[] seeds =
                    random.ints(1 + random.nextInt(20), 0, 10).asDoubleStream().toArray();
            double[] others =
                    random.ints(1 + random.nextInt(30), 0, 10).asDoubleStream().toArray();
            double above = 0;
            for (double seed : seeds) {
                for (double other : others) {
                    above += seed > other ? 1 : seed == other ? 0.5 : 0;
                }
            }
            assertThat(Scores.auc(seeds, others)).isCloseTo(above / seeds.length / others.length, within(1e-12));
        }
    }
}
