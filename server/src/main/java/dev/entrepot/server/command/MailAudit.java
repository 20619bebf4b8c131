package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.ServerClient;
import java.io.PrintStream;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code mail audit ARCHIVE}: shows who has done what with an archive, oldest first. */
final class MailAudit implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("audit");
        spec.usageMessage()
                .description(
                        "Shows what was done with an archive, also with one that is gone: number, time, access key,"
                                + " operation, what was asked for, and how many messages it came to.");
        ArchiveArgument.addTo(spec);
        spec.addOption(OptionSpec.builder("--json")
                .description("print a JSON object an entry and line")
                .build());
        ClientOptions.addTo(spec);
        Examples.addTo(
                spec,
                "entrepot mail audit a-2kf…",
                "entrepot mail audit a-2kf… --json | jq -r 'select(.action == \"DownloadMessage\") | .accessKeyId'");
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        PrintStream out = surroundings.out();
        Consumer<JsonNode> show = given.hasMatchedOption("--json") ? out::println : entry -> print(entry, out);
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            client.each(ArchiveArgument.custody(given) + "/audit-entries", "entries", show);
        }
    }

    private static void print(JsonNode entry, PrintStream out) {
        out.printf(
                "%d  %s  %s  %s  %s%s%n",
                entry.path("number").asLong(),
                MailHoldList.time(entry.path("timestamp")),
                entry.path("accessKeyId").asText(),
                entry.path("action").asText(),
                entry.path("details"),
                entry.has("items") ? "  %,d".formatted(entry.path("items").asLong()) : "");
    }
}
