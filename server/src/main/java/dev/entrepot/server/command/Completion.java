package dev.entrepot.server.command;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: a script with which bash and zsh complete commands and options. */
final class Completion implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("completion");
        spec.usageMessage().description("Prints a script by which bash and zsh complete commands and options.");
        Examples.addTo(spec, "source <(./entrepot completion)");
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        CommandLine whole = given.commandSpec().root().commandLine();
        surroundings.out().print(AutoComplete.bash("entrepot", whole));
    }
}
