package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.ServerClient;
import dev.entrepot.server.client.ServerProfile;
import dev.entrepot.server.client.Uploads;
import dev.entrepot.server.command.ImportSource.InS3;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ses import --dry-run FILE}: tells what an import into a running server would change. */
final class SesImport implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("import");
        spec.usageMessage().description("Tells what an import of a file would change, and changes nothing.");
        Examples.addTo(
                spec,
                "entrepot ses import --dry-run contacts.csv --list news",
                "entrepot ses import --dry-run s3://files/bounces.json --suppression");
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("FILE")
                .index("0")
                .required(true)
                .description("as CreateImportJob takes it, here or in s3://")
                .build());
        flag(spec, "--dry-run", "must be given: real imports are CreateImportJob's");
        flag(spec, "--suppression", "into the account's suppression list");
        ClientOptions.add(spec, "--list", "NAME", "into this contact list");
        ClientOptions.add(spec, "--action", "ACTION", "put or delete (put)");
        ClientOptions.add(spec, "--format", "FORMAT", "csv or json (what FILE's name tells)");
        SourceUpload.addTo(spec);
        ClientOptions.addTo(spec);
        return spec;
    }

    private static void flag(CommandSpec spec, String name, String description) {
        spec.addOption(OptionSpec.builder(name).description(description).build());
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        if (!given.hasMatchedOption("--dry-run")) {
            throw new ClientFailed("Imports are started by CreateImportJob, such as 'aws sesv2 create-import-job';"
                    + " this command knows --dry-run only");
        }
        String text = given.matchedPositionalValue(0, "");
        var destination = destination(given);
        String format = format(ClientOptions.value(given, "--format"), text);
        ImportSource source = ImportSource.of(text);
        ServerProfile profile = ClientOptions.profile(given, surroundings);
        SourceUpload.with(
                given,
                profile,
                source,
                object -> show(rehearse(profile, destination, object, format, surroundings), surroundings));
    }

    /** As CreateImportJob calls it. */
    private static Map<String, ?> destination(ParseResult given) {
        Optional<String> list = ClientOptions.value(given, "--list");
        if (list.isPresent() == given.hasMatchedOption("--suppression")) {
            throw new ClientFailed("Give either --list NAME or --suppression");
        }
        String action = ClientOptions.value(given, "--action").orElse("put").toUpperCase(Locale.ROOT);
        if (!List.of("PUT", "DELETE").contains(action)) {
            throw new ClientFailed("--action takes put or delete");
        }
        return list.<Map<String, ?>>map(name -> Map.of(
                        "ContactListDestination", Map.of("ContactListName", name, "ContactListImportAction", action)))
                .orElseGet(() -> Map.of("SuppressionListDestination", Map.of("SuppressionListImportAction", action)));
    }

    private static String format(Optional<String> said, String source) {
        String name = source.toLowerCase(Locale.ROOT);
        String told = name.endsWith(".csv") ? "CSV" : name.matches(".*\\.(ndjson|jsonl|json)") ? "JSON" : "";
        String format = said.map(given -> given.toUpperCase(Locale.ROOT)).orElse(told);
        if (!List.of("CSV", "JSON").contains(format)) {
            throw new ClientFailed(
                    said.isPresent()
                            ? "--format takes csv or json"
                            : "The name '" + source + "' does not tell its format: give --format csv or json");
        }
        return format;
    }

    private static JsonNode rehearse(
            ServerProfile profile, Map<String, ?> destination, InS3 source, String format, Surroundings surroundings) {
        try (var client = new ServerClient(profile);
                var uploads = new Uploads(profile)) {
            String url = "s3://" + source.bucket() + "/" + source.key();
            JsonNode started = client.post(
                    "/_entrepot/ses/import-dry-runs",
                    Map.of(
                            "ImportDestination",
                            destination,
                            "ImportDataSource",
                            Map.of("S3Url", url, "DataFormat", format)));
            String job = started.path("JobId").asText();
            surroundings.err().println("Dry run " + job);
            ClientOptions.watch(client, job, "Dry run", surroundings);
            return uploads.takeJson(
                    started.path("ReportS3Bucket").asText(),
                    started.path("ReportS3Key").asText());
        }
    }

    private static void show(JsonNode report, Surroundings surroundings) {
        long records = 0;
        for (String change : List.of("Created", "Updated", "Unchanged", "Deleted", "Rejected")) {
            long these = report.path(change).asLong();
            records += these;
            surroundings.out().printf("%,d %s%n", these, change.toLowerCase(Locale.ROOT));
        }
        for (JsonNode rejected : report.path("FirstRejected")) {
            surroundings
                    .out()
                    .printf(
                            "line %d: %s%n",
                            rejected.path("line").asLong(),
                            rejected.path("errorMessage").asText());
        }
        long rejected = report.path("Rejected").asLong();
        if (rejected > 0) {
            throw new ClientFailed("%,d of %,d records would be rejected".formatted(rejected, records));
        }
    }
}
