package dev.entrepot.jobs;

/** This run of a part is over, and nothing it does counts any more. A kind of job lets it pass and only closes its files. */
public abstract sealed class RunEnded extends RuntimeException permits JobCancelled, PartSuperseded, EngineClosing {
    private static final long serialVersionUID = 1L;

    RunEnded(String message) {
        super(message, null, false, false);
    }
}
