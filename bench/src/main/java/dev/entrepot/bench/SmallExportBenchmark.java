package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.program.ExportClient;
import dev.entrepot.bench.program.KeyPair;
import dev.entrepot.bench.program.ServedProgram;
import dev.entrepot.bench.sample.SampleDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** An export of ten items, from the request to the answer that tells a client of its success. */
final class SmallExportBenchmark implements Benchmark {
    private static final int ITEMS = 10;
    private static final int COLD = 7;
    private static final int WARM_UP = 50;
    private static final int WARM = 300;
    private static final Duration PAUSE = Duration.ofMillis(2);

    @Override
    public void run(Setting setting) {
        Path data = setting.directory().resolve("data");
        SampleDirectory.fill(data, ITEMS);
        export(setting, data, 1); // the first start makes the key pair
        var cold = new double[COLD];
        for (int i = 0; i < COLD; i++) {
            cold[i] = export(setting, data, 1)[0];
        }
        setting.say("  the first after a start:            %s ms", new Sample(cold).text(1));
        var all = export(setting, data, WARM_UP + WARM);
        var warm = new Sample(Arrays.copyOfRange(all, WARM_UP, all.length));
        setting.say(
                "  on a warm server (n=%d):           p50 %.1f ms, p99 %.1f ms; target < 300 ms",
                WARM, warm.median(), warm.percentile(99));
    }

    /** Milliseconds each of so many exports takes, one after the other, of a server that has just started. */
    private static double[] export(Setting setting, Path data, int times) {
        var took = new double[times];
        try (var server = ServedProgram.start(setting.launcher(), data);
                var client = new ExportClient(server.uri(), KeyPair.of(data), PAUSE)) {
            for (int i = 0; i < times; i++) {
                var exported = client.export(SampleDirectory.DOMAIN, SampleDirectory.BUCKET);
                if (exported.items() != ITEMS) {
                    throw new IllegalStateException("Not all items: " + exported.answer());
                }
                took[i] = exported.took().toNanos() / 1e6;
            }
        }
        return took;
    }
}
