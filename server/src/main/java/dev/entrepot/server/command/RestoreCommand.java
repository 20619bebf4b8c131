package dev.entrepot.server.command;

import dev.entrepot.server.backup.Restore;
import dev.entrepot.server.backup.Summary;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code restore DIR}: into a data directory that no server has used. */
final class RestoreCommand implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("restore");
        spec.usageMessage()
                .description(
                        "Puts a backup into an empty data directory, every file verified. Jobs that were running in the"
                                + " backup's moment go on when a server is started there.");
        Examples.addTo(
                spec,
                "entrepot restore /backups/monday",
                "entrepot restore /backups/monday --data other && entrepot serve --data other --port 0");
        spec.addPositional(BackupCommand.directory("what 'backup' has made"));
        SettingOptions.addTo(spec, Setting.DATA, Setting.OBJECTS);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        var settings = SettingOptions.read(given, surroundings.environment());
        var stores = StoreConfiguration.of(settings, surroundings.home());
        Summary restored = Restore.into(stores, Path.of(given.matchedPositionalValue(0, "")));
        surroundings
                .out()
                .printf(
                        "Restored into %s, as of %s: %,d files, %,d bytes%n",
                        stores.data(), restored.moment(), restored.files(), restored.bytes());
    }
}
