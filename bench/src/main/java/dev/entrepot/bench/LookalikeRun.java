package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.sample.SampleInteractions;
import dev.entrepot.cleanroomsml.lookalike.LookalikeModel;
import dev.entrepot.cleanroomsml.lookalike.Ranking;
import dev.entrepot.cleanroomsml.lookalike.RankingSettings;
import dev.entrepot.cleanroomsml.lookalike.Size;
import dev.entrepot.cleanroomsml.lookalike.TrainingData;
import dev.entrepot.cleanroomsml.lookalike.TrainingSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What the three jobs of an audience take, each from its stored input to its stored output, in a JVM of its own. */
final class LookalikeRun {
    private static final int ROUNDS = 5;
    private static final int SEEDS = 500;

    private LookalikeRun() {}

    /** @param sizes users, items, interactions */
    public static void main(String[] sizes) {
        int users = Integer.parseInt(sizes[0]);
        var interactions = SampleInteractions.of(users, Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
        System.out.printf("  %,d users, %,d interactions%n", users, interactions.size());
        byte[] model = timed("model", () -> {
            TrainingData data = interactions.finish();
            var out = new ByteArrayOutputStream();
            LookalikeModel.train(data, TrainingSettings.seeded(1), _ -> {}).write(out);
            return out.toByteArray();
        });
        double[] generations = new double[ROUNDS];
        double[] exports = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            byte[] ranking = ranking(model, round);
            long ranked = System.nanoTime();
            long exported = Ranking.read(new ByteArrayInputStream(ranking))
                    .audience(Size.absolute(10_000), false)
                    .mapToLong(String::length)
                    .count();
            if (exported != 10_000) {
                throw new IllegalStateException("Exported " + exported);
            }
            generations[round] = (ranked - start) / 1e9;
            exports[round] = (System.nanoTime() - ranked) / 1e6;
        }
        System.out.printf(
                "    generation of %d seeds, the first one cold: %s s%n", SEEDS, new Sample(generations).text(2));
        System.out.printf("    export of 10,000: %s ms%n", new Sample(exports).text(1));
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf("    stored model %,d kB; memory at its peak %,d MB%n", model.length / 1000, heap >> 20);
    }

    private static byte[] ranking(byte[] stored, int round) {
        var model = LookalikeModel.read(new ByteArrayInputStream(stored));
        var seeds = IntStream.range(0, SEEDS)
                .mapToObj(seed -> SampleInteractions.userAlike(round, seed))
                .toList();
        var settings = new RankingSettings(List.of(Size.percentage(20)), 1, "");
        var out = new ByteArrayOutputStream();
        model.rank(model.match(seeds), settings, _ -> {}).write(out);
        return out.toByteArray();
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T made = work.get();
        System.out.printf("    %s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
        return made;
    }
}
