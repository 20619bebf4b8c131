package dev.entrepot.simpledb.classic;

/**
 * Limits that protect a shared cloud rather than the data, so that one's own machine may go without.
 *
 * @param domains the most domains an account may have in a region
 */
public record DomainLimits(int domains) {
    /** AWS's own (SimpleDB dossier, section 3.9). */
    public static final DomainLimits AWS = new DomainLimits(250);

    public static final DomainLimits SELF_HOSTED = new DomainLimits(Integer.MAX_VALUE);
}
