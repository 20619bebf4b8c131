package dev.entrepot.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of its own process in a directory of its own, ended and deleted when closed. */
final class ThrowAwayServer implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(5); // it may find itself in need of a build
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Path data;
    private final boolean keep;
    private final Process process;

    private ThrowAwayServer(Path data, boolean keep, Process process) {
        this.data = data;
        this.keep = keep;
        this.process = process;
    }

    /**
     * Runs {@code launcher serve} on a free port; it is not ready yet.
     *
     * @param parent where its data directory is made
     * @param keep whether the data outlive it
     */
    static ThrowAwayServer start(Path launcher, Path parent, boolean keep) {
        try {
            if (!Files.isExecutable(launcher)) {
                throw new DemoFailed("There is no launcher " + launcher);
            }
            Path data = Files.createTempDirectory(parent, "entrepot-demo-");
            var builder = new ProcessBuilder(launcher.toString(), "serve", "--port", "0", "--data", data.toString())
                    .redirectError(log(data).toFile());
            // The visitor's own settings are for the visitor's own server.
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("ENTREPOT_") && !name.equals("ENTREPOT_JAVA_OPTS"));
            return new ThrowAwayServer(data, keep, builder.start());
        } catch (IOException e) {
            throw new DemoFailed("The server could not be started: " + e.getMessage(), e);
        }
    }

    /** Waits for the one line that the server prints when it takes requests. */
    void awaitReady() {
        var line = CompletableFuture.supplyAsync(() -> firstLine(process.inputReader()));
        try {
            if (!line.get(TO_START.toSeconds(), TimeUnit.SECONDS).startsWith("entrepot ready on ")) {
                throw new DemoFailed("The server did not start: " + lastWords());
            }
        } catch (TimeoutException e) {
            throw new DemoFailed("The server did not start within " + TO_START.toMinutes() + " minutes", e);
        } catch (ExecutionException | InterruptedException e) {
            throw new DemoFailed("The server did not start", e);
        }
    }

    Path data() {
        return data;
    }

    private static String firstLine(BufferedReader out) {
        return out.lines().findFirst().orElse("");
    }

    private String lastWords() {
        try (var lines = Files.lines(log(data))) {
            return lines.reduce("", (_, last) -> last);
        } catch (IOException e) {
            return "it left no word";
        }
    }

    private static Path log(Path data) {
        return data.resolve("server.log");
    }

    @Override
    public synchronized void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (!keep && Files.exists(data)) {
                delete(data);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new DemoFailed("The throw-away data in %s could not be deleted".formatted(data), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
