package dev.entrepot.server.command;

import dev.entrepot.server.Entrepot;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code rehearse}, which the build runs: a whole life of a server in a throw-away directory, so that the JVM learns which
 * classes a start needs and keeps them ready.
 */
final class Rehearse implements Command {
    private static final List<String> REQUESTS =
            List.of("/_entrepot/health/ready", "/bucket/key", "/?Action=ListDomains");

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("rehearse");
        spec.usageMessage().hidden(true);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        try {
            Path directory = Files.createTempDirectory("entrepot-rehearsal");
            try {
                rehearse(directory, surroundings);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not rehearse", e);
        }
    }

    private static void rehearse(Path directory, Surroundings surroundings) throws IOException {
        var settings = new Settings(Map.of(Setting.PORT, "0", Setting.DATA, directory.toString()), Map.of());
        var configuration = ServerConfiguration.of(settings, surroundings.home());
        try (var entrepot = Entrepot.start(configuration, surroundings.clock())) {
            for (String request : REQUESTS) {
                var connection = (HttpURLConnection)
                        entrepot.uri().resolve(request).toURL().openConnection();
                connection.getResponseCode();
                connection.disconnect();
            }
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
