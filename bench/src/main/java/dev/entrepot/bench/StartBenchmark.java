package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.program.ServedProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** How long {@code serve} takes until it is ready, and what it then holds of memory when nobody asks anything. */
final class StartBenchmark implements Benchmark {
    private static final int STARTS = 9;
    private static final int IDLE_SECONDS = 10;

    @Override
    public void run(Setting setting) {
        var fresh = starts(setting, start -> setting.directory().resolve("fresh" + start));
        setting.say("  ready on a new data directory:      %s ms", fresh.text(0));
        var existing = starts(setting, _ -> setting.directory().resolve("fresh0"));
        setting.say("  ready on an existing one:           %s ms; target < 1500 ms", existing.text(0));
        setting.say(
                "  resident memory after %d idle s:    %s MB; target < 200 MB",
                IDLE_SECONDS, idle(setting).text(0));
    }

    private static Sample starts(Setting setting, IntFunction<Path> data) {
        return measured(start -> {
            try (var server = ServedProgram.start(setting.launcher(), data.apply(start))) {
                return server.untilReady().toNanos() / 1e6;
            }
        });
    }

    /** All wait at once, so that it does not take STARTS times as long. */
    private static Sample idle(Setting setting) {
        List<ServedProgram> servers = new ArrayList<>();
        try {
            for (int i = 0; i < STARTS; i++) {
                servers.add(ServedProgram.start(
                        setting.launcher(), setting.directory().resolve("fresh" + i)));
            }
            LockSupport.parkNanos(IDLE_SECONDS * 1_000_000_000L);
            return measured(i -> servers.get(i).costs().residentBytes() / 1e6);
        } finally {
            servers.forEach(ServedProgram::close);
        }
    }

    private static Sample measured(Measurement measurement) {
        var values = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            values[i] = measurement.take(i);
        }
        return new Sample(values);
    }

    private interface Measurement {
        double take(int number);
    }
}
