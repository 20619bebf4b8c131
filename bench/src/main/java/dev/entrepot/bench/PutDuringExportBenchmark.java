package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.load.LoadGenerator;
import dev.entrepot.bench.program.ExportClient;
import dev.entrepot.bench.program.KeyPair;
import dev.entrepot.bench.program.ServedProgram;
import dev.entrepot.bench.program.SignedRequests;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.simpledb.domain.ExportedDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * PutAttributes with no export, with one whose moment is open but which does not read, and with exports one after the other, in
 * turn. The second is what keeping old images costs; the third shares the processors besides. Target: at most 20 % less.
 */
final class PutDuringExportBenchmark implements Benchmark {
    /** More than a window has puts, so that each changes an item for the first time since the export's moment. */
    private static final int ITEMS = 100_000;

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    /** Longer than it takes to settle the index, which goes in waves. */
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(25);

    @Override
    public void run(Setting setting) {
        Path data = setting.directory().resolve("data");
        SampleDirectory.fill(data, ITEMS);
        try (var server = ServedProgram.start(setting.launcher(), data)) {
            var keys = KeyPair.of(data);
            var requests = PutAttributesBenchmark.requests(new SignedRequests(server.uri(), keys), ITEMS, 1);
            try (var generator = new LoadGenerator(
                            server.uri(), CLIENTS, requests, (_, body) -> body.contains("PutAttributesResponse"));
                    var exports = new ExportClient(server.uri(), keys, PAUSE)) {
                generator.run(WARM_UP);
                measure(setting, data, generator, exports);
            }
        }
    }

    private static void measure(Setting setting, Path data, LoadGenerator generator, ExportClient exports) {
        var alone = new double[ROUNDS];
        var held = new double[ROUNDS];
        var beside = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            alone[round] = puts(generator);
            held[round] = withHeldExport(data, generator);
            beside[round] = besideExports(generator, exports);
        }
        double base = new Sample(alone).median();
        setting.say("  puts/s, no export:                  %s", new Sample(alone).text(0));
        say(setting, "an export that does not read:      ", new Sample(held), base);
        say(setting, "exports one after the other:       ", new Sample(beside), base);
    }

    private static void say(Setting setting, String what, Sample puts, double base) {
        setting.say("  puts/s, %s %s, %.0f %% less", what, puts.text(0), 100 - 100 * puts.median() / base);
    }

    private static double puts(LoadGenerator generator) {
        return generator.run(WINDOW).requestsPerSecond();
    }

    private static double withHeldExport(Path data, LoadGenerator generator) {
        SampleDirectory.write(data, (handle, domain) -> ExportedDomain.begin(handle, "held", domain, Instant.now()));
        try {
            return puts(generator);
        } finally {
            SampleDirectory.write(data, (handle, _) -> ExportedDomain.end(handle, "held"));
        }
    }

    private static double besideExports(LoadGenerator generator, ExportClient exports) {
        var enough = new AtomicBoolean();
        Thread exporting = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                exports.export(SampleDirectory.DOMAIN, SampleDirectory.BUCKET);
            }
        });
        try {
            return puts(generator);
        } finally {
            enough.set(true);
            join(exporting);
        }
    }

    private static void join(Thread exporting) {
        try {
            exporting.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
