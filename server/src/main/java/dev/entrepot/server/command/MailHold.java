package dev.entrepot.server.command;

import picocli.CommandLine.Model.CommandSpec;

/** {@code mail hold …}: the commands on legal holds. */
final class MailHold {
    private MailHold() {}

    static CommandSpec group() {
        var spec = CommandSpec.create().name("hold");
        spec.usageMessage().description("Keeps archived mail from retention and deletion until it is released.");
        spec.addSubcommand("place", new MailHoldPlace().spec());
        spec.addSubcommand("list", new MailHoldList().spec());
        spec.addSubcommand("release", new MailHoldRelease().spec());
        return spec;
    }
}
