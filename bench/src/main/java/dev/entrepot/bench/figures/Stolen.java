package dev.entrepot.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The processors' time so far, and what of it other virtual machines of the same host had while this one wanted it; a load average
 * does not show that, and figures taken meanwhile say little.
 *
 * @param all in ticks
 * @param stolen of these
 */
public record Stolen(long all, long stolen) {
    private static final Path STATISTICS = Path.of("/proc/stat");
    /** Behind user, nice, system, idle, iowait, irq and softirq; guests' time behind it is in user's already (man 5 proc). */
    private static final int STOLEN = 7;

    public static Stolen now() {
        try (var lines = Files.lines(STATISTICS)) {
            long[] ticks = Arrays.stream(lines.findFirst().orElseThrow().split(" +"))
                    .skip(1)
                    .limit(STOLEN + 1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Stolen(Arrays.stream(ticks).sum(), ticks[STOLEN]);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + STATISTICS, e);
        }
    }

    /** The share of the time from {@code before} to this moment. */
    public double since(Stolen before) {
        return (double) (stolen - before.stolen) / Math.max(1, all - before.all);
    }
}
