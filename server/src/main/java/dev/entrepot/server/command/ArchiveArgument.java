package dev.entrepot.server.command;

import dev.entrepot.server.client.ClientFailed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The archive that a command is about, its first argument. */
final class ArchiveArgument {
    private ArchiveArgument() {}

    static void addTo(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("ARCHIVE")
                .index("0")
                .required(true)
                .description("the archive's id")
                .build());
    }

    /** @throws ClientFailed for what is no archive's id */
    static String of(ParseResult given) {
        String archive = given.matchedPositionalValue(0, "");
        if (!archive.matches("a-\\w{1,64}")) {
            throw new ClientFailed("'" + archive + "' is no archive's id; one looks like a-2kf…, and"
                    + " 'aws mailmanager list-archives' shows them");
        }
        return archive;
    }

    /** Where the server tells and takes what concerns its custody. */
    static String custody(ParseResult given) {
        return "/_entrepot/mail/custody/archives/" + of(given);
    }
}
