package dev.entrepot.sesv2.contact;

/**
 * Limits that protect a shared cloud rather than the data.
 *
 * @param lists the most contact lists an account may have in a region
 */
public record ContactLimits(int lists) {
    /** AWS's own (SES dossier, section 3.1). */
    public static final ContactLimits AWS = new ContactLimits(1);

    public ContactLimits {
        if (lists < 1) {
            throw new IllegalArgumentException("At least one list must be allowed, not " + lists);
        }
    }
}
