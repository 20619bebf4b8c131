package dev.entrepot.cleanroomsml.lookalike;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How often each user met each item, an older interaction perhaps counting less than a new one. */
final class ItemCounts {
    private final TrainingData data;
    private final double halfLife;
    private final long newest;

    private ItemCounts(TrainingData data, Optional<Duration> halfLife) {
        this.data = data;
        this.halfLife = halfLife.map(life -> life.toMillis() / 1000.0).orElse(Double.POSITIVE_INFINITY);
        newest = Arrays.stream(data.times).max().orElse(0);
    }

    static Rows of(TrainingData data, Optional<Duration> halfLife) {
        return new ItemCounts(data, halfLife).rows();
    }

    private Rows rows() {
        int[] starts = new int[data.users() + 1];
        int[] items = new int[data.items.length];
        float[] counts = new float[data.items.length];
        int cells = 0;
        for (int user = 0; user < data.users(); user++) {
            for (int next = data.starts[user]; next < data.starts[user + 1]; next++) {
                if (next == data.starts[user] || data.items[next] != data.items[next - 1]) {
                    items[cells++] = data.items[next];
                }
                counts[cells - 1] += weight(data.times[next]);
            }
            starts[user + 1] = cells;
        }
        return new Rows(data.itemCount, starts, Arrays.copyOf(items, cells), Arrays.copyOf(counts, cells));
    }

    private float weight(long time) {
        return Double.isInfinite(halfLife) ? 1 : (float) StrictMath.pow(0.5, (newest - time) / halfLife);
    }
}
