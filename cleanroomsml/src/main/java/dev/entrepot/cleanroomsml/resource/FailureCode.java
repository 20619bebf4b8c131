package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.jobs.JobFailed;

/** Why a job failed: the codes of {@code statusDetails}, which stay as they are (dossier, section 1.7). */
public enum FailureCode {
    DATA_SOURCE_NOT_FOUND,
    DATA_SOURCE_ACCESS_DENIED,
    UNSUPPORTED_FORMAT,
    SCHEMA_MISMATCH,
    INSUFFICIENT_USERS,
    INSUFFICIENT_RECORDS,
    NO_DATA_IN_TRAINING_WINDOW,
    SEED_NOT_FOUND,
    SEED_ACCESS_DENIED,
    SEED_MALFORMED,
    SEED_TOO_SMALL,
    SEED_TOO_LARGE,
    SEED_MATCH_TOO_SMALL,
    OUTPUT_WRITE_FAILED,
    KMS_ACCESS_DENIED,
    RESOURCE_DELETED,
    INTERNAL_ERROR;

    /** @param message one sentence for the job's owner; never the content of a file */
    public JobFailed because(String message) {
        return new JobFailed(name(), message);
    }
}
