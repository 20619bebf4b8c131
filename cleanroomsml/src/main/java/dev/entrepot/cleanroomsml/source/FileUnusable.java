package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.resource.FailureCode;

/** A file of a table is not what the table says; whoever knows the file's name makes a job's failure of it. */
final class FileUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    /** @param message half a sentence that names the column, and never a value */
    FileUnusable(FailureCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static FileUnusable mismatch(String message) {
        return new FileUnusable(FailureCode.SCHEMA_MISMATCH, message);
    }

    static FileUnusable unreadable(String message) {
        return new FileUnusable(FailureCode.UNSUPPORTED_FORMAT, message);
    }

    FailureCode code() {
        return code;
    }
}
