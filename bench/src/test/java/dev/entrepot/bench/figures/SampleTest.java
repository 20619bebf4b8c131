package dev.entrepot.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is written down of a benchmark comes from here. */
class SampleTest {
    @Test
    void theMedianIsTheMiddleOrHalfWayBetweenTheTwoInTheMiddle() {
        assertThat(new Sample(9, 1, 2).median()).isEqualTo(2);
        assertThat(new Sample(9, 1, 2, 4).median()).isEqualTo(3);
    }

    @Test
    void aPercentileIsOneOfTheValues() {
        var sample = new Sample(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(sample.percentile(50)).isEqualTo(5);
        assertThat(sample.percentile(99)).isEqualTo(10);
        assertThat(sample.percentile(1)).isEqualTo(1);
    }

    @Test
    void nothingMeasuredIsNoSample() {
        assertThatThrownBy(Sample::new).isInstanceOf(IllegalArgumentException.class);
    }
}
