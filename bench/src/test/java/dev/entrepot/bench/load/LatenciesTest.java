package dev.entrepot.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A percentile that is off by a rank hides the slowest answers, which it is there to show. */
class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void aPercentileIsTheLeastStepThatSoManyAnswersDidNotExceed() {
        for (int i = 0; i < 99; i++) {
            latencies.add(1_000);
        }
        latencies.add(5_000_000);
        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofNanos(10_000));
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofNanos(10_000));
        assertThat(latencies.percentile(100)).isEqualTo(Duration.ofNanos(5_010_000));
    }

    @Test
    void whatTakesLongerThanASecondStillCounts() {
        latencies.add(Duration.ofMinutes(1).toNanos());
        assertThat(latencies.count()).isEqualTo(1);
        assertThat(latencies.percentile(100)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
}
