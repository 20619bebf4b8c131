package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A ranking is worth something only if it finds users that it was not told of. The bounds are what other implementations of the same
 * method reached on data of this kind, less 0.03 (dossier, section 4.7).
 */
class AudienceQualityTest {
    private static List<List<String>> audiences;
    private static List<List<String>> randomAudiences;
    private static LookalikeModel model;

    @BeforeAll
    static void train() {
        var synthetic = new SyntheticAudiences(3);
        audiences = Stream.generate(synthetic::audience).limit(8).toList();
        randomAudiences = Stream.generate(synthetic::randomAudience).limit(10).toList();
        model = LookalikeModel.train(synthetic.data(), TrainingSettings.seeded(7), _ -> {});
    }

    @ParameterizedTest
    @CsvSource({"500, 0.741, 0.55, 0.06", "100, 0.700, 0.45, 0.08", "25, 0.626, 0.34, 0.16"})
    void theHiddenRestOfAnAudienceIsRankedHigh(int seeds, double auc, double recall, double recallError) {
        var trials = trials(audiences, seeds);
        assertThat(mean(trials, Trial::auc)).isGreaterThan(auc);
        assertThat(mean(trials, Trial::recall)).isGreaterThan(recall);
        assertThat(mean(trials, AudienceQualityTest::recallError)).isLessThan(recallError);
    }

    // [40] No leak: seeds that have nothing in common tell nothing, and the metrics say so.
    @Test
    void aRandomAudienceIsNotFoundAndHasNoRelevance() {
        var trials = trials(randomAudiences, 100);
        assertThat(mean(trials, Trial::auc)).isBetween(0.48, 0.52);
        assertThat(mean(trials, trial -> trial.metrics().recall().orElseThrow()))
                .isCloseTo(0.2, within(0.06));
        assertThat(trials)
                .allSatisfy(trial -> assertThat(trial.metrics().relevance())
                        .hasSize(Trial.SIZES.size())
                        .allMatch(relevance -> relevance.score().isEmpty()));
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"500, 0.741", "100, 0.700", "25, 0.626"})
    void otherDataOfTheKindDoNoWorse(int seeds, double auc) {
        var synthetic = new SyntheticAudiences(20261121);
        var others = Stream.generate(synthetic::audience).limit(16).toList();
        var trained = LookalikeModel.train(synthetic.data(), TrainingSettings.seeded(8), _ -> {});
        assertThat(others.stream()
                        .mapToDouble(
                                audience -> Trial.of(trained, audience, seeds).auc())
                        .average()
                        .orElseThrow())
                .isGreaterThan(auc);
    }

    private static List<Trial> trials(List<List<String>> audiences, int seeds) {
        return audiences.stream()
                .map(audience -> Trial.of(model, audience, seeds))
                .toList();
    }

    private static double recallError(Trial trial) {
        return Math.abs(trial.metrics().recall().orElseThrow() - trial.recall());
    }

    private static double mean(List<Trial> trials, ToDoubleFunction<Trial> figure) {
        return trials.stream().mapToDouble(figure).average().orElseThrow();
    }
}
