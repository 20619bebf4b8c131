package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.ServerClient;
import java.io.PrintStream;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code mail hold list ARCHIVE}: shows the holds of an archive, released ones too. */
final class MailHoldList implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("list");
        spec.usageMessage().description("Shows the holds of an archive in the order they were placed.");
        Examples.addTo(spec, "entrepot mail hold list a-2kf…");
        ArchiveArgument.addTo(spec);
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            client.each(ArchiveArgument.custody(given) + "/holds", "holds", hold -> print(hold, surroundings.out()));
        }
    }

    private static void print(JsonNode hold, PrintStream out) {
        out.printf(
                "%s  placed %s by %s  %,d messages  %s%n",
                hold.path("holdId").asText(),
                time(hold.path("placedTimestamp")),
                hold.path("placedBy").asText(),
                hold.path("messages").asLong(),
                hold.path("reason").asText());
        if (hold.has("releasedBy")) {
            out.printf(
                    "    released %s by %s%n",
                    time(hold.path("releasedTimestamp")),
                    hold.path("releasedBy").asText());
        }
    }

    static Instant time(JsonNode seconds) {
        return Instant.ofEpochMilli(seconds.decimalValue().movePointRight(3).longValue());
    }
}
