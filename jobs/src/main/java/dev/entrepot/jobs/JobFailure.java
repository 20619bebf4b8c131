package dev.entrepot.jobs;

/**
 * Why a job failed, as its owner will read it.
 *
 * @param code one of the service's own failure codes
 */
public record JobFailure(String code, String message) {
    /** After unexpected exceptions; what they were is in the log and nobody else's business. */
    static final JobFailure INTERNAL =
            new JobFailure("InternalError", "The job could not be completed because of an internal error.");
}
