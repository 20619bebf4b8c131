package dev.entrepot.e2e.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser, as this machine has it or as its package manager brings it: Playwright's own download is a stranger's server. */
final class Chromium {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Chromium() {}

    /** Where it is; nothing, with the reason on standard error, where it is not and cannot be installed. */
    static Optional<Path> install() {
        return find().or(() -> {
            if (apt("install") || apt("update") && apt("install")) {
                return find();
            }
            System.err.println(
                    "SKIPPED: no Chromium, and apt-get cannot install it here: THE CONSOLE IS NOT TESTED IN A BROWSER");
            return Optional.empty();
        });
    }

    private static Optional<Path> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean apt(String what) {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return false;
        }
        String[] command = what.equals("update")
                ? new String[] {"apt-get", "-q", "update"}
                : new String[] {"apt-get", "-q", "-y", "--no-install-recommends", "install", "chromium"};
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
