package dev.entrepot.server.command;

import dev.entrepot.server.credentials.CredentialTable;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code credentials list}: a line a key pair, without secrets. */
final class CredentialsList extends CredentialsCommand {
    CredentialsList() {
        super(
                "list",
                "Lists access key id, account, time of making and profile of each key pair.",
                "entrepot credentials list");
    }

    @Override
    void addOptions(CommandSpec spec) {
        // has none of its own
    }

    @Override
    void run(ParseResult given, CredentialTable table, Surroundings surroundings) {
        table.list()
                .forEach(key -> surroundings
                        .out()
                        .printf(
                                "%s  %s  %s  %s%n",
                                key.accessKeyId(),
                                key.account(),
                                key.created().truncatedTo(ChronoUnit.SECONDS),
                                key.profile()));
    }
}
