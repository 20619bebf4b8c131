package dev.entrepot.server.command;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_EXPORT_JOB;
import static dev.entrepot.server.client.AudienceResource.AUDIENCE_GENERATION_JOB;
import static dev.entrepot.server.client.AudienceResource.AUDIENCE_MODEL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.entrepot.server.client.AudienceResource;
import dev.entrepot.server.client.Audiences;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences list}: models, audiences and exports, a line each. */
final class AudiencesList extends AudiencesCommand {
    private static final String ROW = "%-24s  %-24s  %-18s  %-20s  %s%n";

    AudiencesList() {
        super(
                "list",
                "Lists models, audiences and exports, the latest of each kind first.",
                "entrepot audiences list",
                "entrepot audiences list --json | jq -r 'select(.status == \"CREATE_FAILED\") | .name'");
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--json")
                .description("print a JSON object each and line")
                .build());
    }

    @Override
    void run(ParseResult given, Audiences audiences, Surroundings surroundings) {
        boolean json = given.hasMatchedOption("--json");
        if (!json) {
            surroundings.out().printf(ROW, "WHAT", "NAME", "STATUS", "CREATED", "PLACE OR DESCRIPTION");
        }
        for (AudienceResource resource : List.of(AUDIENCE_MODEL, AUDIENCE_GENERATION_JOB, AUDIENCE_EXPORT_JOB)) {
            audiences.each(resource, each -> {
                if (json) {
                    surroundings.out().println(((ObjectNode) each).put("type", resource.words()));
                } else {
                    surroundings.out().print(row(resource, each));
                }
            });
        }
    }

    private static String row(AudienceResource resource, JsonNode each) {
        return ROW.formatted(
                resource.words(),
                each.path("name").asText(),
                each.path("status").asText(),
                each.path("createTime").asText().replaceFirst("\\.\\d+Z", "Z"),
                each.path("outputLocation").asText(each.path("description").asText()));
    }
}
