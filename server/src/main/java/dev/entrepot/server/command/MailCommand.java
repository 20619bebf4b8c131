package dev.entrepot.server.command;

import picocli.CommandLine.Model.CommandSpec;

/** The commands on archived mail. */
final class MailCommand {
    private MailCommand() {}

    static CommandSpec group() {
        var spec = CommandSpec.create().name("mail");
        spec.usageMessage().description("Works on archived mail.");
        spec.addSubcommand("load", new MailLoadCommand().spec());
        spec.addSubcommand("verify", new MailVerify().spec());
        spec.addSubcommand("hold", MailHold.group());
        spec.addSubcommand("audit", new MailAudit().spec());
        return spec;
    }
}
