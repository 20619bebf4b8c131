package dev.entrepot.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine a benchmark runs on, as Linux tells. */
public final class Machine {
    private Machine() {}

    /** Cores, JVM and how busy the machine is already: other work is in every figure. */
    public static String text() {
        return "%d cores, JDK %s, load average %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(), Runtime.version(), read(Path.of("/proc/loadavg")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }
}
