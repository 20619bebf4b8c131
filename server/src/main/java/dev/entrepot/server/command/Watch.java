package dev.entrepot.server.command;

import dev.entrepot.server.client.JobProgress;
import dev.entrepot.server.client.ServerClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code watch JOB}: shows how far any job of one's account is, until it has ended. */
final class Watch implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("watch");
        spec.usageMessage().description("Shows how far a job of a running server is, until it has ended.");
        Examples.addTo(spec, "entrepot watch 0b6e5f3c-5a55-4a7e-9d0c-3f1f7c1b8a11");
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("JOB")
                .index("0")
                .required(true)
                .description("its id; of an export the last part of its ARN")
                .build());
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        String job = given.matchedPositionalValue(0, "");
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            JobProgress end = ClientOptions.watch(client, job, "Job", surroundings);
            surroundings.out().printf("%,d records done, %,d of them rejected%n", end.records(), end.failed());
        }
    }
}
