package dev.entrepot.server.command;

import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.keys.KeyUnusable;
import dev.entrepot.storage.keys.LocalKeyring;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What the key commands share: they work on the keyring's files themselves, and a running server sees it at its next use of a key. */
abstract class KeysCommand extends GroupedCommand {
    KeysCommand(String name, String description, String... examples) {
        super(name, description, examples);
    }

    static CommandSpec group() {
        return group(
                "keys",
                "Makes, lists, disables and enables the keys that encrypt objects.",
                new KeysCreate(),
                new KeysList(),
                KeysSwitch.disable(),
                KeysSwitch.enable());
    }

    @Override
    final void addCommonOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--account")
                .type(String.class)
                .paramLabel("DIGITS")
                .description("the account it belongs to (" + CredentialTable.DEFAULT_ACCOUNT + ")")
                .build());
        SettingOptions.addTo(spec, Setting.DATA, Setting.REGION);
    }

    @Override
    public final void run(ParseResult given, Surroundings surroundings) {
        var configuration =
                ServerConfiguration.of(SettingOptions.read(given, surroundings.environment()), surroundings.home());
        var keyring = Stores.keyring(configuration.stores(), surroundings.clock());
        String account = given.matchedOptionValue("--account", CredentialTable.DEFAULT_ACCOUNT);
        try {
            run(given, keyring, new Owner(account, configuration.region()), surroundings);
        } catch (KeyUnusable | IllegalArgumentException e) {
            throw new InvalidConfiguration(e.getMessage()); // a sentence in KMS's own words, or the keyring's
        }
    }

    abstract void run(ParseResult given, LocalKeyring keyring, Owner owner, Surroundings surroundings);
}
