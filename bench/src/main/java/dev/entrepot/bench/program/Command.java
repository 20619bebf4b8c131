package dev.entrepot.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program that runs to its end, measured by the shell's {@code times}. */
public final class Command {
    private Command() {}

    /** @param processor of all its threads and children together */
    public record Cost(Duration took, Duration processor) {
        public Cost plus(Duration processorTime) {
            return new Cost(took, processor.plus(processorTime));
        }
    }

    public static Cost run(Map<String, String> environment, String... command) {
        try {
            Path times = Files.createTempFile("bench", ".times");
            var builder = builder(Stream.concat(
                            Stream.of("sh", "-c", "\"$@\" >/dev/null && times >" + times, "sh"), Stream.of(command))
                    .toList());
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            int code = builder.redirectError(Redirect.DISCARD).start().waitFor();
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
            }
            List<String> lines = Files.readAllLines(times); // the shell's own, then its children's
            Files.delete(times);
            return new Cost(
                    took,
                    Stream.of(lines.get(1).split(" ")).map(Command::duration).reduce(Duration.ZERO, Duration::plus));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the benchmarks' own settings, which the program would not know. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ENTREPOT_BENCH_"));
        return builder;
    }

    /** As in {@code 1m2.345s}. */
    private static Duration duration(String text) {
        return Duration.parse("PT" + text.replace("m", "M").replace("s", "S"));
    }
}
