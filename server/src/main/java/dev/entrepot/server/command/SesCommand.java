package dev.entrepot.server.command;

import picocli.CommandLine.Model.CommandSpec;

/** {@code ses …}: the commands about SES. */
final class SesCommand {
    private SesCommand() {}

    static CommandSpec group() {
        var spec = CommandSpec.create().name("ses");
        spec.usageMessage().description("Works with SES v2 of a running server.");
        spec.addSubcommand("events", SesEventsLoad.group());
        spec.addSubcommand("import", new SesImport().spec());
        return spec;
    }
}
