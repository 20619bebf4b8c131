package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.JobProgress;
import dev.entrepot.server.client.ServerClient;
import dev.entrepot.server.client.ServerProfile;
import dev.entrepot.server.command.ImportSource.InS3;
import dev.entrepot.server.command.ImportSource.Local;
import java.util.HashMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code simpledb import SOURCE --domain NAME}: starts an import in a running server and shows it to its end. */
final class SimpleDbImport implements Command {
    static CommandSpec group() {
        var spec = CommandSpec.create().name("simpledb");
        spec.usageMessage().description("Works with the SimpleDB domains of a running server.");
        spec.addSubcommand("import", new SimpleDbImport().spec());
        return spec;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("import");
        spec.usageMessage()
                .description(
                        "Loads an export, NDJSON or CSV into a domain. The source is verified before anything is changed.");
        Examples.addTo(
                spec,
                "entrepot simpledb import s3://exports/AWSSimpleDB/ID/cities/manifest-summary.json --domain copy",
                "entrepot simpledb import people.csv --domain people --item-name email --merge");
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("SOURCE")
                .index("0")
                .required(true)
                .description("s3://…/manifest-summary.json of an export, or an NDJSON or CSV file, here or in s3://")
                .build());
        spec.addOption(OptionSpec.builder("--domain")
                .type(String.class)
                .paramLabel("NAME")
                .required(true)
                .description("made if it is not there")
                .build());
        spec.addOption(OptionSpec.builder("--merge")
                .description("the domain may have items; those of the same name are replaced")
                .build());
        ClientOptions.add(spec, "--format", "FORMAT", "export, ndjson or csv (what SOURCE's name tells)");
        ClientOptions.add(spec, "--item-name", "COLUMN", "the CSV column of the items' names (the first)");
        SourceUpload.addTo(spec);
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        String text = given.matchedPositionalValue(0, "");
        ImportSource source = ImportSource.of(text);
        String format = ImportSource.format(ClientOptions.value(given, "--format"), text);
        ServerProfile profile = ClientOptions.profile(given, surroundings);
        if (source instanceof Local && format.equals("EXPORT")) {
            throw new ClientFailed("An export is imported from S3, all its files together: bring it there by"
                    + " 'aws s3 cp --recursive' and name its manifest-summary.json there");
        }
        SourceUpload.with(given, profile, source, object -> load(given, profile, object, format, surroundings));
    }

    private static void load(
            ParseResult given, ServerProfile profile, InS3 source, String format, Surroundings surroundings) {
        String domain = given.matchedOptionValue("--domain", "");
        var members = new HashMap<String, Object>();
        members.put("domainName", domain);
        members.put("s3Bucket", source.bucket());
        members.put("s3Key", source.key());
        members.put("format", format);
        members.put("merge", given.hasMatchedOption("--merge"));
        ClientOptions.value(given, "--item-name").ifPresent(column -> members.put("itemNameColumn", column));
        try (var client = new ServerClient(profile)) {
            JsonNode started = client.post("/_entrepot/simpledb/imports", members);
            String job = started.path("jobId").asText();
            surroundings.err().println("Import " + job + " into domain " + domain);
            JobProgress end = ClientOptions.watch(client, job, "Import", surroundings);
            surroundings.out().printf("%,d items imported into domain %s%n", end.records() - end.failed(), domain);
            if (end.failed() > 0) {
                throw new ClientFailed("%,d of %,d records were rejected; s3://%s/%s tells which and why"
                        .formatted(
                                end.failed(),
                                end.records(),
                                source.bucket(),
                                started.path("rejectedS3Key").asText()));
            }
        }
    }
}
