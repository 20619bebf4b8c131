package dev.entrepot.cleanroomsml.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.lookalike.LookalikeModel;
import dev.entrepot.cleanroomsml.lookalike.Ranking;
import dev.entrepot.cleanroomsml.lookalike.RankingSettings;
import dev.entrepot.cleanroomsml.lookalike.Size;
import dev.entrepot.cleanroomsml.lookalike.SyntheticAudiences;
import dev.entrepot.cleanroomsml.lookalike.TrainingSettings;
import dev.entrepot.cleanroomsml.lookalike.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever moves to a cluster must get the audiences they had: as good, and mostly the same users (dossier, section 4.5). */
class ParityTest {
    private static final int SEEDS = 500;
    private static final TrainingSettings TRAINING = TrainingSettings.seeded(7);

    @Test
    void sparkFindsWhatThisProcessFinds() {
        compare("spark=local[2]", 1);
    }

    // Executors are processes of their own here, to which everything must be sent.
    @Tag("long")
    @Test
    void twoWorkersFindWhatThisProcessFinds() throws IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        compare("spark=local-cluster[2,1,1024]", 8);
    }

    private static void compare(String name, int count) {
        var synthetic = new SyntheticAudiences(3);
        List<List<String>> audiences =
                Stream.generate(synthetic::audience).limit(count).toList();
        var data = synthetic.data();
        List<Ranking> local = rankings(Engine.LOCAL, LookalikeModel.train(data, TRAINING, _ -> {}), audiences);
        List<Ranking> spark;
        try (Engine engine = Engine.of(name)) {
            spark = rankings(engine, LookalikeModel.train(engine, data, TRAINING, _ -> {}), audiences);
        }
        ToDoubleFunction<List<Ranking>> auc = rankings -> IntStream.range(0, count)
                .mapToDouble(each ->
                        Trial.of(rankings.get(each), audiences.get(each), SEEDS).auc())
                .average()
                .orElseThrow();
        assertThat(auc.applyAsDouble(spark)).isCloseTo(auc.applyAsDouble(local), within(0.01));
        assertThat(IntStream.range(0, count)
                        .mapToDouble(each -> shared(local.get(each), spark.get(each)))
                        .average()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(0.85);
    }

    private static List<Ranking> rankings(Engine engine, LookalikeModel model, List<List<String>> audiences) {
        var settings = new RankingSettings(Trial.SIZES, 1, "");
        return audiences.stream()
                .map(audience -> model.rank(engine, model.match(audience.subList(0, SEEDS)), settings, _ -> {}))
                .toList();
    }

    /** The share of the best tenth that is in both. */
    private static double shared(Ranking one, Ranking other) {
        List<String> tenth = one.audience(Size.percentage(10), false).toList();
        var others = new HashSet<>(other.audience(Size.percentage(10), false).toList());
        return (double) tenth.stream().filter(others::contains).count() / tenth.size();
    }
}
