package dev.entrepot.server.command;

import dev.entrepot.server.client.Audiences;
import dev.entrepot.server.credentials.CredentialTable;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences …}: what its commands share that are clients of a running server. */
abstract class AudiencesCommand implements Command {
    private final String name;
    private final String description;
    private final String[] examples;

    AudiencesCommand(String name, String description, String... examples) {
        this.name = name;
        this.description = description;
        this.examples = examples;
    }

    static CommandSpec group() {
        var spec = CommandSpec.create().name("audiences");
        spec.usageMessage()
                .description(
                        "Describes tables, learns from them who is like whom, and finds those who are like a seed.");
        spec.addSubcommand("describe", new AudiencesDescribe().spec());
        spec.addSubcommand("tables", new AudiencesTables().spec());
        for (AudiencesCommand command : List.of(
                new AudiencesTrain(),
                new AudiencesGenerate(),
                new AudiencesExport(),
                new AudiencesList(),
                new AudiencesMetrics())) {
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
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public final void run(ParseResult given, Surroundings surroundings) {
        try (var audiences = new Audiences(
                ClientOptions.profile(given, surroundings), surroundings.err(), ClientOptions.isTerminal())) {
            run(given, audiences, surroundings);
        }
    }

    abstract void addOptions(CommandSpec spec);

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
