package dev.entrepot.server.command;

import dev.entrepot.server.client.JobListing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code jobs show JOB}: all that is known of one. */
final class JobsShow extends JobsCommand {
    JobsShow() {
        super(
                "show",
                "Shows one job: how far it is, who asked for it, and if it failed, why.",
                "entrepot jobs show af6ba55d-7481-45e1-b000-4f50d2213d66");
    }

    @Override
    void addOptions(CommandSpec spec) {
        addJob(spec);
    }

    @Override
    void run(ParseResult given, JobListing jobs, Surroundings surroundings) {
        print(jobs.show(job(given)), given, surroundings);
    }
}
