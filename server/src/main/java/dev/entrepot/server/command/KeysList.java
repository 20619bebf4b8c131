package dev.entrepot.server.command;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.keys.LocalKeyring;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code keys list}: a line a key of one account and region. */
final class KeysList extends KeysCommand {
    KeysList() {
        super(
                "list",
                "Lists ARN, state, time of making and alias of each key of one account and region.",
                "entrepot keys list");
    }

    @Override
    void addOptions(CommandSpec spec) {
        // has none of its own
    }

    @Override
    void run(ParseResult given, LocalKeyring keyring, Owner owner, Surroundings surroundings) {
        keyring.list(owner)
                .forEach(key -> surroundings
                        .out()
                        .printf(
                                "%s  %-8s  %s  %s%n",
                                key.arn(),
                                key.state().awsName(),
                                key.created().truncatedTo(ChronoUnit.SECONDS),
                                key.alias().orElse("-")));
    }
}
