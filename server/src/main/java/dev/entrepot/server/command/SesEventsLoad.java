package dev.entrepot.server.command;

import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.EventLoad;
import dev.entrepot.server.client.ServerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ses events load SOURCE}: brings event records to a running server. */
final class SesEventsLoad implements Command {
    static CommandSpec group() {
        var events = CommandSpec.create().name("events");
        events.usageMessage().description("Works with what became of mail, for exports to tell.");
        events.addSubcommand("load", new SesEventsLoad().spec());
        return events;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("load");
        spec.usageMessage()
                .description("Loads event records as SES publishes them. Loading them again changes nothing.");
        Examples.addTo(spec, "entrepot ses events load events.ndjson", "entrepot ses events load firehose-files/");
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("SOURCE")
                .index("0")
                .required(true)
                .description(
                        "a file of JSON objects, also of gzip, or a directory of .json, .jsonl, .ndjson and .gz files")
                .build());
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        Path source = Path.of(given.matchedPositionalValue(0, ""));
        if (!Files.exists(source)) {
            throw new ClientFailed("There is no file '" + source + "'");
        }
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            var load = new EventLoad(client, surroundings.err(), ClientOptions.isTerminal());
            EventLoad.Totals totals = load.load(source);
            surroundings
                    .out()
                    .printf("%,d event records loaded, %,d known before%n", totals.accepted(), totals.duplicate());
            if (totals.rejected() > 0) {
                throw new ClientFailed("%,d records were rejected".formatted(totals.rejected()));
            }
        }
    }
}
