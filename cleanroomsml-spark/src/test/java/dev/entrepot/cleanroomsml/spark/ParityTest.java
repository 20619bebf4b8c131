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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever moves to a cluster must get the audiences they had: as good, and mostly the same users (dossier, section 4.5). Workers are
 * processes of their own here, to which everything must be sent.
 */
class ParityTest {
    private static final int SEEDS = 500;
    private static final int AUDIENCES = 1;
    private static final TrainingSettings TRAINING = TrainingSettings.seeded(7);

    @Test
    void twoWorkersFindWhatThisProcessFinds() throws IOException {
        var synthetic = new SyntheticAudiences(3);
        List<List<String>> audiences =
                Stream.generate(synthetic::audience).limit(AUDIENCES).toList();
        var data = synthetic.data();
        var model = LookalikeModel.train(data, TRAINING, _ -> {});
        List<Ranking> here = rankings(Engine.LOCAL, model, audiences);
        List<Ranking> there;
        try (Engine spark = twoWorkers()) {
            var itsModel = LookalikeModel.train(spark, data, TRAINING, _ -> {});
            assertThat(bytes(itsModel)).isEqualTo(bytes(model));
            there = rankings(spark, itsModel, audiences);
        }
        assertThat(auc(there, audiences)).isCloseTo(auc(here, audiences), within(0.01));
        assertThat(IntStream.range(0, AUDIENCES).mapToDouble(each -> shared(here.get(each), there.get(each))))
                .allMatch(share -> share >= 0.85);
    }

    /** Spark looks for jars where it is installed, and takes an empty place for one; its executors get the test's own class path. */
    private static Engine twoWorkers() throws IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        return Engine.module("spark").orElseThrow().open("local-cluster[2,1,1024]");
    }

    private static byte[] bytes(LookalikeModel model) {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static List<Ranking> rankings(Engine engine, LookalikeModel model, List<List<String>> audiences) {
        var settings = new RankingSettings(Trial.SIZES, 1, "");
        return audiences.stream()
                .map(audience -> model.rank(engine, model.match(audience.subList(0, SEEDS)), settings, _ -> {}))
                .toList();
    }

    private static double auc(List<Ranking> rankings, List<List<String>> audiences) {
        return IntStream.range(0, AUDIENCES)
                .mapToDouble(each ->
                        Trial.of(rankings.get(each), audiences.get(each), SEEDS).auc())
                .average()
                .orElseThrow();
    }

    /** The share of the best tenth that is in both. */
    private static double shared(Ranking one, Ranking other) {
        List<String> tenth = one.audience(Size.percentage(10), false).toList();
        var others = new HashSet<>(other.audience(Size.percentage(10), false).toList());
        return (double) tenth.stream().filter(others::contains).count() / tenth.size();
    }
}
