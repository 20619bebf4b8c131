package dev.entrepot.jobs;

import dev.entrepot.storage.durable.FullDisk;

/**
 * Why a job failed, as its owner will read it.
 *
 * @param code one of the service's own failure codes
 */
public record JobFailure(String code, String message) {
    /** After unexpected exceptions; what they were is in the log and nobody else's business, but for what the owner can mend. */
    static JobFailure unexpected(Throwable cause) {
        String why = FullDisk.caused(cause) ? "the disk of the server is full" : "of an internal error";
        return new JobFailure("InternalError", "The job could not be completed because " + why + ".");
    }
}
