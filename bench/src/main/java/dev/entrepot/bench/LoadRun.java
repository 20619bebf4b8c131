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
 * Thirty-two clients against the packaged server over a domain of 10,000 items: warm-up, then several windows. Beside the rate
 * stands the processor time a request takes, which other work on the machine changes less.
 */
final class LoadRun {
    static final int ITEMS = 10_000;
    private static final int CLIENTS = 32;
    private static final int WINDOWS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final Benchmark.Setting setting;
    private final ProcessCosts self = new ProcessCosts(ProcessHandle.current());

    LoadRun(Benchmark.Setting setting) {
        this.setting = setting;
    }

    void run(Function<SignedRequests, List<byte[]>> requests, LoadGenerator.Check check) {
        Path data = setting.directory().resolve("data");
        SampleDirectory.fill(data, ITEMS);
        try (var server = ServedProgram.start(setting.launcher(), data)) {
            List<byte[]> signed = requests.apply(new SignedRequests(server.uri(), KeyPair.of(data)));
            try (var generator = new LoadGenerator(server.uri(), CLIENTS, signed, check)) {
                generator.run(WARM_UP);
                measure(generator, server.costs());
            }
        }
    }

    private void measure(LoadGenerator generator, ProcessCosts server) {
        var rate = new double[WINDOWS];
        var serverMicros = new double[WINDOWS];
        var ownMicros = new double[WINDOWS];
        var p50 = new double[WINDOWS];
        var p99 = new double[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            Duration serverBefore = server.processorTime();
            Duration ownBefore = self.processorTime();
            Load load = generator.run(WINDOW);
            double count = load.latencies().count();
            rate[i] = load.requestsPerSecond();
            serverMicros[i] = server.processorTime().minus(serverBefore).toNanos() / 1e3 / count;
            ownMicros[i] = self.processorTime().minus(ownBefore).toNanos() / 1e3 / count;
            p50[i] = load.latencies().percentile(50).toNanos() / 1e6;
            p99[i] = load.latencies().percentile(99).toNanos() / 1e6;
        }
        setting.say("  requests/s:                         %s", new Sample(rate).text(0));
        setting.say("  latency p50:                        %s ms", new Sample(p50).text(2));
        setting.say("  latency p99:                        %s ms", new Sample(p99).text(2));
        setting.say("  processor time a request, server:   %s µs", new Sample(serverMicros).text(1));
        setting.say("  processor time a request, clients:  %s µs", new Sample(ownMicros).text(1));
        setting.say("  resident memory of the server:      %.0f MB", server.residentBytes() / 1e6);
    }
}
