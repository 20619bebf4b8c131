package dev.entrepot.server.command;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: a script with which bash and zsh complete commands and options. */
final class Completion implements Command {
    /** What the launcher does itself. */
    private static final List<String> LAUNCHERS = List.of("demo", "build", "bench", "test", "help");

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("completion");
        spec.usageMessage().description("Prints a script by which bash and zsh complete commands and options.");
        Examples.addTo(
                spec, "source <(./entrepot completion)", "./entrepot completion > /etc/bash_completion.d/entrepot");
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        CommandLine whole = given.commandSpec().root().commandLine();
        LAUNCHERS.forEach(command -> whole.addSubcommand(command, CommandSpec.create()));
        surroundings.out().print(AutoComplete.bash("entrepot", whole));
    }
}
