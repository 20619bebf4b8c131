package dev.entrepot.console.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.contract.AudienceQualityMetrics;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A drawing of numbers is believed before the numbers are read. */
class CurveTest {
    private static RelevanceMetric metric(int percent, Optional<Double> score) {
        return new RelevanceMetric(new AudienceSize(AudienceSizeType.PERCENTAGE, percent), score);
    }

    @Test
    void pointsLieBySizeAndScoreWithinTheDrawing() {
        var curve = Curve.of(
                List.of(metric(20, Optional.of(-0.5)), metric(5, Optional.of(1.0)), metric(10, Optional.empty())));
        assertThat(curve.points())
                .containsExactly(
                        new Curve.Point("155.0", "14.0", "5 %", "1.00", "5 %"),
                        new Curve.Point("452.0", "171.5", "20 %", "-0.50", "20 %"));
        assertThat(curve.path()).isEqualTo("155.0,14.0 452.0,171.5");
        assertThat(curve.lines())
                .hasSize(5)
                .contains(
                        new Curve.Line("224.0", "-1.0", false),
                        new Curve.Line("119.0", "0.0", true),
                        new Curve.Line("14.0", "1.0", false));
    }

    // With twenty sizes in a row nobody could read any of them.
    @Test
    void sizesThatWouldTouchAreNotWritten() {
        var curve = Curve.of(IntStream.rangeClosed(1, 20)
                .mapToObj(percent -> metric(percent, Optional.of(0.5)))
                .toList());
        assertThat(curve.points()).hasSize(20);
        assertThat(curve.points().stream().map(Curve.Point::label).filter(label -> !label.isEmpty()))
                .containsExactly("2 %", "4 %", "6 %", "8 %", "11 %", "14 %", "17 %", "20 %");
    }

    @Test
    void withoutScoresThereIsAnEmptyDrawing() {
        assertThat(Curve.of(List.of(metric(5, Optional.empty()))).points()).isEmpty();
    }

    @Test
    void recallStandsAtTheLargestSizeAboveTheLineOfChance() {
        var metrics = AudienceQualityMetrics.builder()
                .relevanceMetrics(List.of(metric(25, Optional.empty()), metric(5, Optional.empty())))
                .recallMetric(0.75)
                .build();
        var drawing = RecallDrawing.of(metrics).orElseThrow();
        assertThat(List.of(drawing.x(), drawing.y(), drawing.chance())).containsExactly("155.0", "66.5", "171.5");
        assertThat(drawing.found()).isEqualTo("75 %");
        assertThat(drawing.of()).isEqualTo("25 %");
    }

    // What share of all users a number of them is, nothing tells.
    @Test
    void recallOfNumbersOfUsersIsNotDrawn() {
        var size = new AudienceSize(AudienceSizeType.ABSOLUTE, 1000);
        var metrics = AudienceQualityMetrics.builder()
                .relevanceMetrics(List.of(new RelevanceMetric(size, Optional.empty())))
                .recallMetric(0.75)
                .build();
        assertThat(RecallDrawing.of(metrics)).isEmpty();
    }
}
