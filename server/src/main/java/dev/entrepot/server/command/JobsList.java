package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.JobListing;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code jobs list}: a line a job, the latest first. */
final class JobsList extends JobsCommand {
    private static final int USUAL = 50;

    JobsList() {
        super(
                "list",
                "Lists jobs, the latest first.",
                "entrepot jobs list --active",
                "entrepot jobs list --limit 1000 --json | jq -r 'select(.state == \"FAILED\") | .id'");
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--active")
                .description("only those that have not ended")
                .build());
        ClientOptions.add(spec, "--limit", "N", "how many at most (" + USUAL + ")");
    }

    @Override
    void run(ParseResult given, JobListing jobs, Surroundings surroundings) {
        List<JsonNode> found = jobs.latest(given.hasMatchedOption("--active"), limit(given));
        if (given.hasMatchedOption("--json")) {
            found.forEach(surroundings.out()::println);
        } else {
            surroundings.out().print(JobText.heading());
            found.forEach(job -> surroundings.out().print(JobText.row(job)));
        }
    }

    private static int limit(ParseResult given) {
        String text = ClientOptions.value(given, "--limit").orElse("" + USUAL);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new ClientFailed("--limit takes a number from 1 to 999999999, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
