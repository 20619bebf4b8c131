package dev.entrepot.cleanroomsml.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Logistic regression has one solution, so whoever solves it must find the same weights; a factor in its terms would show here. */
class RegressionTest {
    private static final int COLUMNS = 12;
    private final Random random = new Random(1);

    @Test
    void theWeightsAreThoseOfTheLocalEngine() {
        Rows seeds = rows(80, 0.6);
        Rows others = rows(700, 0.3);
        try (Engine spark = Engine.of("spark=local[2]")) {
            for (double cost : new double[] {0.03, 1}) {
                assertThat(spark.weights(seeds, others, cost))
                        .containsExactly(Engine.LOCAL.weights(seeds, others, cost), within(0.02));
            }
        }
    }

    /** The first half of the columns is filled with this chance, the other one with the rest. */
    private Rows rows(int size, double chance) {
        int[] starts = new int[size + 1];
        int[] columns = new int[size * COLUMNS];
        float[] values = new float[size * COLUMNS];
        for (int row = 0; row < size; row++) {
            starts[row + 1] = starts[row];
            for (int column = 0; column < COLUMNS; column++) {
                if (random.nextDouble() < (column < COLUMNS / 2 ? chance : 1 - chance)) {
                    columns[starts[row + 1]] = column;
                    values[starts[row + 1]++] = random.nextFloat();
                }
            }
        }
        return new Rows(COLUMNS, starts, columns, values);
    }
}
