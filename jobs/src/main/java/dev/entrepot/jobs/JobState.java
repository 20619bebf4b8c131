package dev.entrepot.jobs;

/** Where a job stands; each service has its own words for these. */
public enum JobState {
    /** Accepted, not looked at yet. */
    QUEUED,
    /** Being planned. */
    PREPARING,
    /** Its parts run, or its finish does. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
