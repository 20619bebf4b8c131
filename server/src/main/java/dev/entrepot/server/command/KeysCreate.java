package dev.entrepot.server.command;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.keys.LocalKeyring;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code keys create}: makes a key and prints its ARN, and nothing else, so that a script can take it. */
final class KeysCreate extends KeysCommand {
    private static final String PREFIX = "alias/";

    KeysCreate() {
        super(
                "create",
                "Makes a key and prints its ARN.",
                "entrepot keys create --alias exports",
                "entrepot keys create --account 111122223333");
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--alias")
                .type(String.class)
                .paramLabel("NAME")
                .description("a name for it, with or without 'alias/' before it")
                .build());
    }

    @Override
    void run(ParseResult given, LocalKeyring keyring, Owner owner, Surroundings surroundings) {
        Optional<String> alias = Optional.<String>ofNullable(given.matchedOptionValue("--alias", null))
                .map(name -> name.startsWith(PREFIX) ? name : PREFIX + name);
        surroundings.out().println(keyring.create(owner, alias).arn());
    }
}
