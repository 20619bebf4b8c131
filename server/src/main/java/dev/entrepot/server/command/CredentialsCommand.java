package dev.entrepot.server.command;

import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.server.credentials.CredentialTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the credential commands share: they open the database themselves, and a running server notices within a second. */
abstract class CredentialsCommand extends GroupedCommand {
    CredentialsCommand(String name, String description, String... examples) {
        super(name, description, examples);
    }

    static CommandSpec group() {
        return group(
                "credentials",
                "Adds, lists and removes the key pairs that may sign requests.",
                new CredentialsAdd(),
                new CredentialsList(),
                new CredentialsRemove());
    }

    @Override
    final void addCommonOptions(CommandSpec spec) {
        SettingOptions.addTo(spec, Setting.DATA, Setting.DATABASE);
    }

    @Override
    public final void run(ParseResult given, Surroundings surroundings) {
        var settings = SettingOptions.read(given, surroundings.environment());
        try (var database = Stores.database(StoreConfiguration.of(settings, surroundings.home()))) {
            run(given, new CredentialTable(database, surroundings.clock()), surroundings);
        }
    }

    abstract void run(ParseResult given, CredentialTable table, Surroundings surroundings);
}
