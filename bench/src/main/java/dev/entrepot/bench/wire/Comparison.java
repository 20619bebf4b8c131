package dev.entrepot.bench.wire;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one fork of JMH found for each side, one right after the other.
 *
 * @param codec microseconds a request
 * @param jackson the same by Jackson databind
 */
public record Comparison(double codec, double jackson) {
    private static final TimeValue SECOND = new TimeValue(1, TimeUnit.SECONDS);
    private static final int WARM_UP = 3;
    private static final int WINDOWS = 5;

    /** Forks inherit this JVM's heap and collector, which are the program's own. */
    public static Comparison measure(WireProtocol protocol, int parcels) {
        return new Comparison(micros("codec", protocol, parcels), micros("jackson", protocol, parcels));
    }

    private static double micros(String side, WireProtocol protocol, int parcels) {
        var options = new OptionsBuilder()
                .include(RoundTrip.class.getName() + "." + side + "$")
                .param("protocol", protocol.name())
                .param("parcels", String.valueOf(parcels))
                .forks(1)
                .warmupIterations(WARM_UP)
                .warmupTime(SECOND)
                .measurementIterations(WINDOWS)
                .measurementTime(SECOND)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // JMH itself asks for it
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            return results.iterator().next().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure " + side + " of " + protocol, e);
        }
    }

    public double ratio() {
        return codec / jackson;
    }
}
