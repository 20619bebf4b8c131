package dev.entrepot.server.command;

import picocli.CommandLine.Model.CommandSpec;

/** Examples at the end of a command's help. */
final class Examples {
    private Examples() {}

    static void addTo(CommandSpec spec, String... examples) {
        var footer = new String[examples.length + 2];
        footer[0] = "";
        footer[1] = examples.length == 1 ? "Example:" : "Examples:";
        for (int i = 0; i < examples.length; i++) {
            footer[i + 2] = "  " + examples[i].replace("%", "%%"); // picocli formats it
        }
        spec.usageMessage().footer(footer);
    }
}
