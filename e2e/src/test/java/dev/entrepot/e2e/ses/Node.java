package dev.entrepot.e2e.ses;

import dev.entrepot.e2e.fixture.KeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A directory of the build in which scripts find the AWS SDK for JavaScript. */
record Node(Path directory) {
    private static final String SDK = "@aws-sdk/client-sesv2";
    private static final String VERSION = "3.1169.0";
    /** It takes seconds; without a way to the registry npm would try for many minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nothing, with the reason on standard error, where there is no Node or the registry cannot be reached. */
    static Optional<Node> install() {
        var node = new Node(Path.of("target", "node").toAbsolutePath());
        try {
            Files.createDirectories(node.directory);
            if (!Files.exists(node.directory.resolve("node_modules/" + SDK + "/package.json"))) {
                Process npm = node.process(
                                "npm",
                                "install",
                                "--prefix",
                                ".",
                                "--no-audit",
                                "--no-fund",
                                "--fetch-retries=1",
                                "--fetch-timeout=20000",
                                SDK + "@" + VERSION)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!npm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    npm.destroyForcibly();
                    throw new IOException("npm install " + SDK + " has not ended in " + PATIENCE);
                }
                if (npm.exitValue() != 0) {
                    throw new IOException("npm install " + SDK + " failed");
                }
            }
            return node.process("node", "--version").start().waitFor() == 0 ? Optional.of(node) : Optional.empty();
        } catch (IOException notHere) {
            System.err.println("SKIPPED: no AWS SDK for JavaScript: " + notHere.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder process(String... command) {
        return new ProcessBuilder(command).directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Runs one of our scripts to its end and returns what it printed. */
    String run(String script, URI server, KeyPair keys) {
        try (InputStream source = Node.class.getResourceAsStream("/node/" + script)) {
            Files.copy(source, directory.resolve(script), StandardCopyOption.REPLACE_EXISTING);
            ProcessBuilder builder = process("node", script);
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("AWS_"));
            environment.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
            environment.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
            environment.put("ENTREPOT_ENDPOINT", server.toString());
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(script + " failed; what it said stands above");
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
