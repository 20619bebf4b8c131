package dev.entrepot.server.command;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_GENERATION_JOB;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.Audiences;
import dev.entrepot.server.client.ClientFailed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences export NAME --size SIZE}: writes the first users of a ranking to S3 and prints where. */
final class AudiencesExport extends AudiencesCommand {
    AudiencesExport() {
        super(
                "export",
                "Writes the users who are most like the seed to S3, the likest first, and prints the place.",
                "entrepot audiences export like-vips --size 5%",
                "entrepot audiences export like-vips --size 5% | xargs -I{} aws s3 cp --recursive {} .");
    }

    @Override
    void addOptions(CommandSpec spec) {
        addFirst(spec, "NAME", "the audience's");
        addRequired(spec, "--size", "SIZE", "one of those it was generated with, such as 5%% or 1000");
        ClientOptions.add(spec, "--name", "NAME", "the export's; the same again is the same export (SIZE)");
    }

    @Override
    void run(ParseResult given, Audiences audiences, Surroundings surroundings) {
        String text = given.matchedOptionValue("--size", "");
        AudienceSizes size = AudienceSizes.parse("--size", text);
        if (size.values().size() > 1) {
            throw new ClientFailed("--size takes one size");
        }
        JsonNode export = audiences.export(
                ClientOptions.value(given, "--name").orElse(text),
                audiences.arn(AUDIENCE_GENERATION_JOB, first(given)),
                size.one());
        surroundings.out().println(export.path("outputLocation").asText());
    }
}
