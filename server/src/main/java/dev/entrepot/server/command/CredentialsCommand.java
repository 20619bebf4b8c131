package dev.entrepot.server.command;

import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.server.credentials.CredentialTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the credential commands share: they open the database themselves, and a running server notices within a second. */
abstract class CredentialsCommand implements Command {
    private final String name;
    private final String description;
    private final String[] examples;

    CredentialsCommand(String name, String description, String... examples) {
        this.name = name;
        this.description = description;
        this.examples = examples;
    }

    static CommandSpec group() {
        var spec = CommandSpec.create().name("credentials");
        spec.usageMessage().description("Adds, lists and removes the key pairs that may sign requests.");
        for (CredentialsCommand command :
                new CredentialsCommand[] {new CredentialsAdd(), new CredentialsList(), new CredentialsRemove()}) {
            spec.addSubcommand(command.name, command.spec());
        }
        return spec;
    }

    @Override
    public final CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name(name);
        spec.usageMessage().description(description);
        Examples.addTo(spec, examples);
        addOptions(spec);
        SettingOptions.addTo(spec, Setting.DATA, Setting.DATABASE);
        return spec;
    }

    @Override
    public final void run(ParseResult given, Surroundings surroundings) {
        var settings = SettingOptions.read(given, surroundings.environment());
        try (var database = Stores.database(StoreConfiguration.of(settings, surroundings.home()))) {
            run(given, new CredentialTable(database, surroundings.clock()), surroundings);
        }
    }

    abstract void addOptions(CommandSpec spec);

    abstract void run(ParseResult given, CredentialTable table, Surroundings surroundings);
}
