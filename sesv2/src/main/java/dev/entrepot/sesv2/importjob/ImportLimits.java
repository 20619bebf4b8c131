package dev.entrepot.sesv2.importjob;

/**
 * Limits of imports (SES dossier, section 1.6).
 *
 * @param jobs how many may be under way in an account and region
 * @param contacts the most records of a file for a contact list
 * @param suppressed the most records of a file that adds to the suppression list
 * @param unsuppressed the most records of a file that removes from it
 * @param bytes the largest file
 */
public record ImportLimits(int jobs, long contacts, long suppressed, long unsuppressed, long bytes) {
    public static final ImportLimits AWS = new ImportLimits(20, 1_000_000, 100_000, 10_000, 5L << 30);
    /** Wide enough for one's own machine. */
    public static final ImportLimits SELF_HOSTED =
            new ImportLimits(1_000, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1L << 40);

    long records(ImportRequest request) {
        return switch (request.destination()) {
            case CONTACT_LIST -> contacts;
            case SUPPRESSION_LIST -> request.action() == ImportAction.PUT ? suppressed : unsuppressed;
        };
    }
}
