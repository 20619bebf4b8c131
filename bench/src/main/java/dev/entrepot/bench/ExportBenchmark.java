package dev.entrepot.bench;

import dev.entrepot.bench.sample.SampleDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** An export of a million items beside a bare cursor over the same rows, in a JVM whose heap is far smaller than the data. */
final class ExportBenchmark implements Benchmark {
    private static final int ITEMS = 1_000_000;

    @Override
    public void run(Setting setting) {
        Path data = setting.directory().resolve("data");
        long start = System.nanoTime();
        SampleDirectory.fill(data, ITEMS);
        setting.say("  %,d items made in %.1f s", ITEMS, (System.nanoTime() - start) / 1e9);
        for (String heap : List.of("-Xmx512m", "-Xmx128m")) {
            setting.say("  with %s:", heap);
            measure(heap, data);
        }
    }

    private static void measure(String heap, Path data) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            int code = new ProcessBuilder(
                            java.toString(),
                            heap,
                            "-XX:+UseParallelGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ExportRun.class.getName(),
                            data.toString(),
                            String.valueOf(ITEMS))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("The export's JVM ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
