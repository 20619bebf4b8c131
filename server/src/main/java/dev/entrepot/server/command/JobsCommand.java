package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.server.client.JobListing;
import dev.entrepot.server.client.ServerClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What the job commands share: they ask a running server for the jobs of one's account. */
abstract class JobsCommand extends GroupedCommand {
    JobsCommand(String name, String description, String... examples) {
        super(name, description, examples);
    }

    static CommandSpec group() {
        return group(
                "jobs",
                "Lists, shows, watches and stops the jobs of a running server.",
                new JobsList(),
                new JobsShow(),
                new JobsWatching(),
                new JobsStop());
    }

    @Override
    final void addCommonOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--json")
                .description("print a JSON object a job and line")
                .build());
        ClientOptions.addTo(spec);
    }

    @Override
    public final void run(ParseResult given, Surroundings surroundings) {
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            run(given, new JobListing(client), surroundings);
        }
    }

    abstract void run(ParseResult given, JobListing jobs, Surroundings surroundings);

    static void addJob(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("JOB")
                .index("0")
                .required(true)
                .description("its id")
                .build());
    }

    static String job(ParseResult given) {
        return given.matchedPositionalValue(0, "");
    }

    /** As JSON if that was asked for, else as a person reads it. */
    static void print(JsonNode job, ParseResult given, Surroundings surroundings) {
        if (given.hasMatchedOption("--json")) {
            surroundings.out().println(job);
        } else {
            surroundings.out().print(JobText.whole(job));
        }
    }
}
