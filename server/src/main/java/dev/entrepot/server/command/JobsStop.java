package dev.entrepot.server.command;

import dev.entrepot.server.client.JobListing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code jobs stop JOB}. */
final class JobsStop extends JobsCommand {
    JobsStop() {
        super(
                "stop",
                "Stops a job and shows how far it came; what it has done stays done. One that has ended stays as it is.",
                "entrepot jobs stop af6ba55d-7481-45e1-b000-4f50d2213d66");
    }

    @Override
    void addOptions(CommandSpec spec) {
        addJob(spec);
    }

    @Override
    void run(ParseResult given, JobListing jobs, Surroundings surroundings) {
        print(jobs.stop(job(given)), given, surroundings);
    }
}
