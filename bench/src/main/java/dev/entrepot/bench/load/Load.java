package dev.entrepot.bench.load;

import java.time.Duration;

/** One run of the generator. */
public record Load(Duration took, Latencies latencies) {
    public double requestsPerSecond() {
        return latencies.count() * 1e9 / took.toNanos();
    }
}
