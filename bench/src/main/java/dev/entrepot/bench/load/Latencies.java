package dev.entrepot.bench.load;

import java.time.Duration;

/** How long answers took, counted in steps of ten microseconds; what took longer than a second counts as a second. */
public final class Latencies {
    private static final long STEP_NANOS = 10_000;

    private final long[] counts = new long[100_001];
    private long count;

    public void add(long nanos) {
        counts[(int) Math.min(nanos / STEP_NANOS, counts.length - 1)]++;
        count++;
    }

    public long count() {
        return count;
    }

    public Duration percentile(double percent) {
        long rank = (long) Math.ceil(percent / 100 * count);
        long seen = 0;
        int step = 0;
        while (step < counts.length - 1 && (seen += counts[step]) < rank) {
            step++;
        }
        return Duration.ofNanos((step + 1) * STEP_NANOS);
    }
}
