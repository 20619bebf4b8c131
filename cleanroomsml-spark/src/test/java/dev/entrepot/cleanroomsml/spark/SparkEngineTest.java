package dev.entrepot.cleanroomsml.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.Regression;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who moves to a cluster must get what they had, whether it is worked out here or there. */
class SparkEngineTest {
    private static final int COLUMNS = 12;
    private static final long MILLISECOND = 1_000_000;
    private static Engine spark;

    private final Random random = new Random(1);

    @BeforeAll
    static void open() {
        spark = Engine.module("spark").orElseThrow().open("local[2]");
    }

    @AfterAll
    static void close() {
        spark.close();
    }

    @Test
    void tastesAreThoseOfTheLocalEngineToTheLastBit() {
        Rows met = rows(30_000, 0.4); // more than a piece
        var factors = new Factors(6, 0.1, 7);
        var told = new ArrayList<Double>();
        assertThat(spark.tastes(met, factors, told::add)).isEqualTo(Engine.LOCAL.tastes(met, factors, _ -> {}));
        assertThat(told).isSorted().last().isNotEqualTo(0);
    }

    // Logistic regression has one solution; a factor in its terms would show here.
    @Test
    void weightsAreThoseOfTheLocalEngine() {
        List<Supplier<Regression>> regressions = List.of(regression(0.03), regression(1));
        List<double[]> here = Engine.LOCAL.weights(regressions, _ -> {});
        List<double[]> there = spark.weights(regressions, _ -> {});
        for (int each = 0; each < regressions.size(); each++) {
            assertThat(there.get(each)).containsExactly(here.get(each), within(0.02));
        }
    }

    // A job that was stopped must not go on using up the cluster, and the next one must find it.
    @Test
    @Timeout(120)
    void workWhoseCallerGivesUpEndsAndTheNextIsDone() {
        Rows met = rows(100_000, 0.5);
        var factors = new Factors(12, 0.1, 7);
        DoubleConsumer givesUp = _ -> {
            if (activeJobs() > 0) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> spark.tastes(met, factors, givesUp)).isInstanceOf(CancellationException.class);
        while (activeJobs() > 0) {
            LockSupport.parkNanos(MILLISECOND); // they end by themselves, in threads of Spark's
        }
        assertThat(spark.weights(List.of(regression(1)), _ -> {})).hasSize(1);
    }

    @Test
    void whatNoMasterIsCalledIsRefused() {
        var module = Engine.module("spark").orElseThrow();
        for (String address : List.of("", "locl", "host:7077", "spark://", "local[]")) {
            assertThatIllegalArgumentException().isThrownBy(() -> module.open(address));
        }
    }

    private static int activeJobs() {
        return SparkContext.getOrCreate().statusTracker().getActiveJobIds().length;
    }

    private Supplier<Regression> regression(double cost) {
        var regression = new Regression(rows(80, 0.6), rows(700, 0.3), cost);
        return () -> regression;
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
        return new Rows(COLUMNS, starts, Arrays.copyOf(columns, starts[size]), Arrays.copyOf(values, starts[size]));
    }
}
