package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** A job that runs again after a crash must give the same audience, on a machine with other cores and files listed in another order too. */
class SameResultTest {
    @Test
    void theOrderOfRowsDoesNotMatter() {
        assertThat(result(2)).isEqualTo(result(1)).isEqualTo(result(3));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        byte[] expected = result(1);
        for (int threads : new int[] {1, 2, 7}) {
            try (var pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> result(1)).join()).isEqualTo(expected);
            }
        }
    }

    @Test
    void theSeedOfRandomnessDoesMatter() {
        assertThat(model(1, 2)).isNotEqualTo(model(1, 1));
    }

    /** Model and ranking as they are stored. */
    private static byte[] result(long order) {
        var model = LookalikeModel.train(Blocks.interactions(order).finish(), TrainingSettings.seeded(1), _ -> {});
        var out = new ByteArrayOutputStream();
        model.write(out);
        var settings = new RankingSettings(List.of(Size.percentage(10)), 1, "model");
        model.rank(model.match(Blocks.ALIKE.subList(0, 30)), settings, _ -> {}).write(out);
        return out.toByteArray();
    }

    private static byte[] model(long order, long seed) {
        var out = new ByteArrayOutputStream();
        LookalikeModel.train(Blocks.interactions(order).finish(), TrainingSettings.seeded(seed), _ -> {})
                .write(out);
        return out.toByteArray();
    }
}
