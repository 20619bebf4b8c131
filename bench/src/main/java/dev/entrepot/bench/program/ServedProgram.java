package dev.entrepot.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ./entrepot serve} in a process of its own. */
public final class ServedProgram implements AutoCloseable {
    private static final String READY = "entrepot ready on ";
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final URI uri;
    private final Duration untilReady;

    private ServedProgram(Process process, URI uri, Duration untilReady) {
        this.process = process;
        this.uri = uri;
        this.untilReady = untilReady;
    }

    /** Returns when it says that it is ready. Further options for Java come from {@code ENTREPOT_JAVA_OPTS}. */
    public static ServedProgram start(Path launcher, Path data, String... options) {
        long start = System.nanoTime();
        var command = new ArrayList<>(List.of(launcher.toString(), "serve", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        try {
            Process process = Command.builder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Optional<String> ready = readyLine(process.inputReader());
            var untilReady = Duration.ofNanos(System.nanoTime() - start);
            if (ready.isEmpty()) {
                throw new IllegalStateException("The server ended before it was ready");
            }
            return new ServedProgram(process, URI.create(ready.get().substring(READY.length())), untilReady);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run " + launcher, e);
        }
    }

    /** What Java itself says before, for instance of a flight recording, is passed over. */
    private static Optional<String> readyLine(BufferedReader output) {
        return output.lines().filter(line -> line.startsWith(READY)).findFirst();
    }

    public URI uri() {
        return uri;
    }

    /** From the launcher's start to the line that says so. */
    public Duration untilReady() {
        return untilReady;
    }

    /** The launcher becomes the JVM, so these are the JVM's. */
    public ProcessCosts costs() {
        return new ProcessCosts(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
