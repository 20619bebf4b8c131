package dev.entrepot.bench;

import dev.entrepot.bench.program.ChildJvm;
import dev.entrepot.bench.sample.SampleDirectory;
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
            ChildJvm.run(heap, ExportRun.class, data.toString(), String.valueOf(ITEMS));
        }
    }
}
