package dev.entrepot.e2e.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code aws} with a server's client files and none of the tester's own settings. */
record Aws(Path dataDirectory) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param err what went to standard error */
    record Outcome(int exitCode, String out, String err) {}

    /** Whether there is an {@code aws} that knows the service and its operation. */
    static boolean knows(String service, String operation) {
        try {
            return new Aws(Path.of("")).run(service, operation, "--generate-cli-skeleton").exitCode == 0;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    Outcome run(String... arguments) {
        var command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                dataDirectory.resolve("aws/credentials").toString());
        environment.put("AWS_CONFIG_FILE", dataDirectory.resolve("aws/config").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_PAGER", "");
        environment.put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            var err = new StringBuilder();
            Thread reader =
                    Thread.startVirtualThread(() -> err.append(text(process.errorReader(StandardCharsets.UTF_8))));
            String out = text(process.inputReader(StandardCharsets.UTF_8));
            int exitCode = process.waitFor();
            reader.join();
            return new Outcome(exitCode, out, err.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Reader reader) {
        try {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that must succeed and returns what it printed. */
    String ok(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.exitCode != 0) {
            throw new AssertionError("aws " + String.join(" ", arguments) + ":\n" + outcome.err);
        }
        return outcome.out;
    }

    JsonNode json(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "json"));
        try {
            return JSON.readTree(ok(all.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
