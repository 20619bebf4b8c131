package dev.entrepot.server.command;

import picocli.CommandLine.Model.CommandSpec;

/** One of several commands that stand behind a common word, as {@code jobs list} does. */
abstract class GroupedCommand implements Command {
    private final String name;
    private final String description;
    private final String[] examples;

    GroupedCommand(String name, String description, String... examples) {
        this.name = name;
        this.description = description;
        this.examples = examples;
    }

    static CommandSpec group(String name, String description, GroupedCommand... commands) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        for (GroupedCommand command : commands) {
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
        addCommonOptions(spec);
        return spec;
    }

    abstract void addOptions(CommandSpec spec);

    /** Those that come last; mostly what all of the group have. */
    abstract void addCommonOptions(CommandSpec spec);
}
