package dev.entrepot.jobs;

/** The job has ended meanwhile: it was cancelled, or another of its parts made it fail. */
public final class JobCancelled extends RunEnded {
    private static final long serialVersionUID = 1L;

    JobCancelled(JobId job) {
        super("Job " + job + " has ended");
    }
}
