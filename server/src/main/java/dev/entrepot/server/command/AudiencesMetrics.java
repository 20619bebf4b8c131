package dev.entrepot.server.command;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_GENERATION_JOB;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.Audiences;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences metrics NAME}: how good a ranking is. */
final class AudiencesMetrics extends AudiencesCommand {
    AudiencesMetrics() {
        super(
                "metrics",
                "Tells how good an audience is: how many users of the seed that were held back it found again among the"
                        + " largest size, and how much each size is like the seed, from -1 to 1.",
                "entrepot audiences metrics like-vips",
                "entrepot audiences metrics like-vips --json | jq .recallMetric");
    }

    @Override
    void addOptions(CommandSpec spec) {
        addFirst(spec, "NAME", "the audience's");
        spec.addOption(OptionSpec.builder("--json")
                .description("print the API's JSON in one line")
                .build());
    }

    @Override
    void run(ParseResult given, Audiences audiences, Surroundings surroundings) {
        JsonNode job = audiences.get(AUDIENCE_GENERATION_JOB, audiences.arn(AUDIENCE_GENERATION_JOB, first(given)));
        if (given.hasMatchedOption("--json")) {
            surroundings.out().println(job.path("metrics"));
        } else {
            surroundings.out().print(text(job));
        }
    }

    /** Several lines; of a job that has none, its status. */
    static String text(JsonNode job) {
        JsonNode metrics = job.path("metrics");
        if (metrics.isMissingNode()) {
            return "%s is %s%n"
                    .formatted(job.path("name").asText(), job.path("status").asText());
        }
        var text = new StringBuilder();
        if (metrics.has("recallMetric")) {
            text.append("recall     %s%n".formatted(score(metrics.path("recallMetric"))));
        }
        for (JsonNode each : metrics.path("relevanceMetrics")) {
            String size = AudienceSizes.text(
                    each.at("/audienceSize/type").asText(),
                    each.at("/audienceSize/value").asInt());
            String relevance = each.has("score") ? score(each.path("score")) : "no better than chance";
            text.append("relevance  %-16s  %s%n".formatted(size, relevance));
        }
        return text.toString();
    }

    private static String score(JsonNode score) {
        return String.format(Locale.ROOT, "%.4f", score.asDouble());
    }
}
