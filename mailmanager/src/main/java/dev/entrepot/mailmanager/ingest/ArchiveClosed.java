package dev.entrepot.mailmanager.ingest;

/** There is no such archive, or it is pending deletion: no mail enters it. */
public final class ArchiveClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveClosed(String archiveId) {
        super(
                "No mail enters the archive " + archiveId + ": it is not there, or it is pending deletion",
                null,
                false,
                false);
    }
}
