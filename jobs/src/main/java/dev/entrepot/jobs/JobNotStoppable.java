package dev.entrepot.jobs;

/** The job cleans up after something that is done already; stopped, it would leave what nobody can reach any more. */
public final class JobNotStoppable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobNotStoppable(String kind) {
        super("A job of the kind " + kind + " cannot be stopped: it removes what has been deleted.");
    }
}
