package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.load.Load;
import dev.entrepot.bench.load.LoadGenerator;
import dev.entrepot.bench.program.KeyPair;
import dev.entrepot.bench.program.ProcessCosts;
import dev.entrepot.bench.program.ServedProgram;
import dev.entrepot.bench.program.SignedRequests;
import dev.entrepot.bench.sample.SampleDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Clients against the packaged server over a domain of so many items: warm-up, then several windows. Beside the rate
 * stands the processor time a request takes, which other work on the machine changes less.
 */
final class LoadRun {
    private static final int WINDOWS = 7;

    private final Benchmark.Setting setting;
    private final int items;
    private final int clients;
    private final ProcessCosts self = new ProcessCosts(ProcessHandle.current());
    private Duration warmUp = Duration.ofSeconds(15);
    private Duration window = Duration.ofSeconds(4);

    LoadRun(Benchmark.Setting setting, int items, int clients) {
        this.setting = setting;
        this.items = items;
        this.clients = clients;
    }

    LoadRun lasting(Duration warmUp, Duration window) {
        this.warmUp = warmUp;
        this.window = window;
        return this;
    }

    /** Requests of one kind and how their answers are looked at. */
    record Kind(String name, Function<SignedRequests, List<byte[]>> requests, LoadGenerator.Check check) {}

    void run(Kind... kinds) {
        Path data = setting.directory().resolve("data");
        long start = System.nanoTime();
        SampleDirectory.fill(data, items);
        setting.say("  %,d items made in %.1f s", items, (System.nanoTime() - start) / 1e9);
        try (var server = ServedProgram.start(setting.launcher(), data)) {
            for (Kind kind : kinds) {
                setting.say("  %s, clients: %d", kind.name, clients);
                List<byte[]> signed = kind.requests.apply(new SignedRequests(server.uri(), KeyPair.of(data)));
                try (var generator = new LoadGenerator(server.uri(), clients, signed, kind.check)) {
                    generator.run(warmUp);
                    measure(generator, server.costs());
                }
            }
        }
    }

    private void measure(LoadGenerator generator, ProcessCosts server) {
        var rate = new double[WINDOWS];
        var serverMicros = new double[WINDOWS];
        var ownMicros = new double[WINDOWS];
        var written = new double[WINDOWS];
        var p50 = new double[WINDOWS];
        var p99 = new double[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            Duration serverBefore = server.processorTime();
            long writtenBefore = server.writtenBytes();
            Duration ownBefore = self.processorTime();
            Load load = generator.run(window);
            double count = load.latencies().count();
            rate[i] = load.requestsPerSecond();
            serverMicros[i] = server.processorTime().minus(serverBefore).toNanos() / 1e3 / count;
            ownMicros[i] = self.processorTime().minus(ownBefore).toNanos() / 1e3 / count;
            written[i] = (server.writtenBytes() - writtenBefore) / 1e3 / count;
            p50[i] = load.latencies().percentile(50).toNanos() / 1e6;
            p99[i] = load.latencies().percentile(99).toNanos() / 1e6;
        }
        setting.say("    requests/s:                         %s", new Sample(rate).text(0));
        setting.say("    latency p50:                        %s ms", new Sample(p50).text(2));
        setting.say("    latency p99:                        %s ms", new Sample(p99).text(2));
        setting.say("    processor time a request, server:   %s µs", new Sample(serverMicros).text(1));
        setting.say("    processor time a request, clients:  %s µs", new Sample(ownMicros).text(1));
        setting.say("    written to the disk a request:      %s kB", new Sample(written).text(1));
        setting.say("    resident memory of the server:      %.0f MB", server.residentBytes() / 1e6);
    }
}
