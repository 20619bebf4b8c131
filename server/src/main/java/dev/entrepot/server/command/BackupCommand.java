package dev.entrepot.server.command;

import dev.entrepot.server.backup.Backup;
import dev.entrepot.server.backup.Summary;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code backup DIR}: beside a running server or without one. */
final class BackupCommand implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("backup");
        spec.usageMessage()
                .description(
                        "Copies all data as they are at one moment, while the server goes on. The copy holds the keys"
                                + " and secrets too, so only its owner can read it.");
        Examples.addTo(
                spec, "entrepot backup /backups/monday", "cd /backups/monday && sha256sum --check --quiet SHA256SUMS");
        spec.addPositional(directory("a directory that is not there or empty"));
        SettingOptions.addTo(spec, Setting.DATA, Setting.OBJECTS, Setting.DATABASE);
        return spec;
    }

    static PositionalParamSpec directory(String description) {
        return PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("DIR")
                .index("0")
                .required(true)
                .description(description)
                .build();
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        var settings = SettingOptions.read(given, surroundings.environment());
        Path target = Path.of(given.matchedPositionalValue(0, ""));
        Summary made = Backup.make(StoreConfiguration.of(settings, surroundings.home()), target, surroundings.clock());
        surroundings
                .out()
                .printf("Backed up as of %s: %,d files, %,d bytes%n", made.moment(), made.files(), made.bytes());
    }
}
