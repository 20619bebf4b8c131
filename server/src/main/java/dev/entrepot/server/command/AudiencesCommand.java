package dev.entrepot.server.command;

import dev.entrepot.server.client.Audiences;
import dev.entrepot.server.credentials.CredentialTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences …}: what its commands share that are clients of a running server. */
abstract class AudiencesCommand extends GroupedCommand {
    AudiencesCommand(String name, String description, String... examples) {
        super(name, description, examples);
    }

    static CommandSpec group() {
        return group(
                "audiences",
                "Describes tables, learns from them who is like whom, and finds those who are like a seed.",
                new AudiencesDescribe(),
                new AudiencesTables(),
                new AudiencesTrain(),
                new AudiencesGenerate(),
                new AudiencesExport(),
                new AudiencesList(),
                new AudiencesMetrics());
    }

    @Override
    final void addCommonOptions(CommandSpec spec) {
        ClientOptions.addTo(spec);
    }

    @Override
    public final void run(ParseResult given, Surroundings surroundings) {
        try (var audiences = new Audiences(
                ClientOptions.profile(given, surroundings), surroundings.err(), ClientOptions.isTerminal())) {
            run(given, audiences, surroundings);
        }
    }

    abstract void run(ParseResult given, Audiences audiences, Surroundings surroundings);

    static void addFirst(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel(label)
                .index("0")
                .required(true)
                .description(description)
                .build());
    }

    static String first(ParseResult given) {
        return given.matchedPositionalValue(0, "");
    }

    static void addRequired(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .required(true)
                .description(description)
                .build());
    }

    static void addAccount(CommandSpec spec) {
        ClientOptions.add(spec, "--account", "DIGITS", "whose it is (" + CredentialTable.DEFAULT_ACCOUNT + ")");
    }

    static String account(ParseResult given) {
        return ClientOptions.value(given, "--account").orElse(CredentialTable.DEFAULT_ACCOUNT);
    }

    /** The API wants a role that may read and write, and nobody here assumes it. */
    static String role(ParseResult given) {
        return "arn:aws:iam::" + account(given) + ":role/entrepot";
    }
}
