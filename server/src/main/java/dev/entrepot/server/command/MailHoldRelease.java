package dev.entrepot.server.command;

import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.ServerClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code mail hold release ARCHIVE HOLD}: lets retention and deletion go on. */
final class MailHoldRelease implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("release");
        spec.usageMessage().description("Ends a hold: expired messages that nothing else holds go within the hour.");
        Examples.addTo(spec, "entrepot mail hold release a-2kf… HOLD");
        ArchiveArgument.addTo(spec);
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("HOLD")
                .index("1")
                .required(true)
                .description("the hold's id")
                .build());
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        String hold = given.matchedPositionalValue(1, "");
        if (!hold.matches("hold-[a-z0-9]+")) {
            throw new ClientFailed("'" + hold + "' is no hold's id; 'mail hold list' shows them");
        }
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            client.put(ArchiveArgument.custody(given) + "/holds/" + hold + "/release", new byte[0]);
            surroundings.out().println(hold + " is released");
        }
    }
}
