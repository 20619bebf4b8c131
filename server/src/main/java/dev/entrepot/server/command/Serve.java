package dev.entrepot.server.command;

import dev.entrepot.server.Entrepot;
import dev.entrepot.server.configuration.LogFormat;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.logging.StandardErrorLogging;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve}: runs the server until the process is told to end. */
final class Serve implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("serve");
        spec.usageMessage().description("Runs the server. Each option can also be set as ENTREPOT_PORT and so on.");
        Examples.addTo(
                spec,
                "entrepot serve",
                "entrepot serve --port 0 --data /tmp/try --limits aws",
                "entrepot serve --smtp-port 2525 --smtp-archive old-mail");
        SettingOptions.addTo(spec, Setting.values());
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        var settings = SettingOptions.read(given, surroundings.environment());
        var configuration = ServerConfiguration.of(settings, surroundings.home());
        if (configuration.log() == LogFormat.JSON) {
            StandardErrorLogging.useJson();
        }
        var entrepot = Entrepot.start(configuration, surroundings.clock());
        // A signal makes the JVM exit with 128 + its number; an orderly stop is a success, and only halt can say so
        // here.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            entrepot.close();
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
        surroundings.out().println("entrepot ready on " + entrepot.uri());
        surroundings.out().flush();
        while (true) {
            LockSupport.park();
        }
    }
}
