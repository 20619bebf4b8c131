package dev.entrepot.server.command;

import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.credentials.CredentialTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code credentials remove KEY}. */
final class CredentialsRemove extends CredentialsCommand {
    CredentialsRemove() {
        super(
                "remove",
                "Removes a key pair; what it signs is refused from then on.",
                "entrepot credentials remove AKIAQ3EGRIVZXAMPLEAB");
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("KEY")
                .index("0")
                .required(true)
                .description("its access key id")
                .build());
    }

    @Override
    void run(ParseResult given, CredentialTable table, Surroundings surroundings) {
        String accessKeyId = given.matchedPositionalValue(0, "");
        if (!table.remove(accessKeyId)) {
            throw new InvalidConfiguration(
                    "There is no access key '%s'; credentials list shows them".formatted(accessKeyId));
        }
    }
}
