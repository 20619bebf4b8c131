package dev.entrepot.server.command;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_GENERATION_JOB;
import static dev.entrepot.server.client.AudienceResource.AUDIENCE_MODEL;
import static dev.entrepot.server.client.AudienceResource.CONFIGURED_AUDIENCE_MODEL;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.Audiences;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.ServerProfile;
import dev.entrepot.server.command.ImportSource.InS3;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences generate NAME}: configures a model and ranks all its users by a seed, both under one name. */
final class AudiencesGenerate extends AudiencesCommand {
    AudiencesGenerate() {
        super(
                "generate",
                "Ranks all users of a model by how much they are like a seed, and tells how good the ranking is."
                        + " 'audiences export' then writes the first of them.",
                "entrepot audiences generate like-vips --model tastes --seed vips.jsonl --output s3://shop/audiences/",
                "entrepot audiences generate new --model tastes --seed s3://shop/vips/ --output s3://shop/out/ --sizes"
                        + " 1000");
    }

    @Override
    void addOptions(CommandSpec spec) {
        addFirst(spec, "NAME", "of the audience to be");
        addRequired(spec, "--model", "NAME", "a trained model");
        addRequired(spec, "--seed", "FILE", "a line {\"user_id\": \"…\"} a user, here or in s3://");
        addRequired(spec, "--output", "PLACE", "s3://bucket/prefix/ that exports go to");
        ClientOptions.add(
                spec, "--sizes", "SIZES", "that may be exported, such as 1%%,5%%,20%% or 1000,5000 (1%% to 20%%)");
        ClientOptions.add(spec, "--least", "N", "users of the seed that the model must know, 25 or more (500)");
        spec.addOption(OptionSpec.builder("--include-seed")
                .description("the seed comes first in every export")
                .build());
        addAccount(spec);
        SourceUpload.addTo(spec);
    }

    @Override
    void run(ParseResult given, Audiences audiences, Surroundings surroundings) {
        String name = first(given);
        String seed = given.matchedOptionValue("--seed", "");
        Map<String, ?> configuration = configuration(given, name, audiences);
        ServerProfile profile = ClientOptions.profile(given, surroundings);
        if (seed.startsWith("s3://")) { // also a prefix of many files
            generate(given, name, seed, configuration, audiences, surroundings);
        } else {
            SourceUpload.with(
                    given,
                    profile,
                    ImportSource.of(seed),
                    object -> generate(given, name, uri(object), configuration, audiences, surroundings));
        }
    }

    private static String uri(InS3 object) {
        return "s3://" + object.bucket() + "/" + object.key();
    }

    private static Map<String, ?> configuration(ParseResult given, String name, Audiences audiences) {
        var members = new HashMap<String, Object>();
        members.put("name", name);
        members.put("audienceModelArn", audiences.arn(AUDIENCE_MODEL, given.matchedOptionValue("--model", "")));
        members.put("sharedAudienceMetrics", List.of("ALL"));
        members.put(
                "outputConfig",
                Map.of(
                        "roleArn",
                        role(given),
                        "destination",
                        Map.of("s3Destination", Map.of("s3Uri", given.matchedOptionValue("--output", "")))));
        ClientOptions.value(given, "--sizes")
                .ifPresent(sizes -> members.put(
                        "audienceSizeConfig",
                        AudienceSizes.parse("--sizes", sizes).config()));
        ClientOptions.value(given, "--least").ifPresent(least -> members.put("minMatchingSeedSize", number(least)));
        return members;
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new ClientFailed("--least takes a number from 25 to 500000, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static void generate(
            ParseResult given,
            String name,
            String seed,
            Map<String, ?> configuration,
            Audiences audiences,
            Surroundings surroundings) {
        String arn = audiences.create(
                AUDIENCE_GENERATION_JOB,
                Map.of(
                        "name",
                        name,
                        CONFIGURED_AUDIENCE_MODEL.arnMember(),
                        audiences.create(CONFIGURED_AUDIENCE_MODEL, configuration),
                        "includeSeedInOutput",
                        given.hasMatchedOption("--include-seed"),
                        "seedAudience",
                        Map.of("roleArn", role(given), "dataSource", Map.of("s3Uri", seed))));
        surroundings.err().println("Generating " + arn);
        JsonNode job = audiences.watched(AUDIENCE_GENERATION_JOB, arn, "Ranking");
        surroundings.out().print(AudiencesMetrics.text(job));
    }
}
