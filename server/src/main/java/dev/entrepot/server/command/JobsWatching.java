package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.JobListing;
import dev.entrepot.server.client.JobsWatch;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code jobs watch}: a bar a running job, until none runs. */
final class JobsWatching extends JobsCommand {
    JobsWatching() {
        super(
                "watch",
                "Shows a bar for each running job until none runs; then 1 is the exit code if one of them failed.",
                "entrepot jobs watch",
                "entrepot jobs watch --json");
    }

    @Override
    void addOptions(CommandSpec spec) {
        // has none of its own
    }

    @Override
    void run(ParseResult given, JobListing jobs, Surroundings surroundings) {
        var failed = new AtomicInteger();
        new JobsWatch(jobs, surroundings.err(), ClientOptions.isTerminal(), job -> {
                    if (!job.path("state").asText().equals("SUCCEEDED")) {
                        failed.incrementAndGet();
                    }
                    tell(job, given, surroundings);
                })
                .toEnd();
        if (failed.get() > 0) {
            throw new ClientFailed("%d of them did not succeed".formatted(failed.get()));
        }
    }

    private static void tell(JsonNode job, ParseResult given, Surroundings surroundings) {
        if (given.hasMatchedOption("--json")) {
            surroundings.out().println(job);
        } else {
            surroundings.out().print(JobText.row(job));
        }
    }
}
