package dev.entrepot.console.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A drawing of numbers is believed before the numbers are read. */
class CurveTest {
    private static RelevanceMetric metric(int percent, Optional<Double> score) {
        return new RelevanceMetric(new AudienceSize(AudienceSizeType.PERCENTAGE, percent), score);
    }

    @Test
    void pointsLieBySizeAndScoreWithinTheDrawing() {
        var curve = Curve.of(
                List.of(metric(20, Optional.of(1.5)), metric(5, Optional.of(2.0)), metric(10, Optional.empty())));
        assertThat(curve.points())
                .containsExactly(
                        new Curve.Point("187.0", "16.0", "5 %", "2.00"),
                        new Curve.Point("616.0", "68.5", "20 %", "1.50"));
        assertThat(curve.path()).isEqualTo("187.0,16.0 616.0,68.5");
        assertThat(curve.lines().getFirst()).isEqualTo(new Curve.Line("226.0", "0.00"));
        assertThat(curve.lines().getLast()).isEqualTo(new Curve.Line("16.0", "2.00"));
    }

    @Test
    void withoutScoresThereIsAnEmptyDrawing() {
        assertThat(Curve.of(List.of(metric(5, Optional.empty()))).points()).isEmpty();
    }
}
