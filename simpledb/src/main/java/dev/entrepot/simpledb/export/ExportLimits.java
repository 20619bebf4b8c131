package dev.entrepot.simpledb.export;

import java.time.Duration;

/**
 * How many exports may be requested within a rolling window.
 *
 * @param perDomain of one domain
 * @param perAccount of all domains of an account in a region
 */
public record ExportLimits(int perDomain, int perAccount) {
    /** AWS's own (SimpleDB dossier, section 1.9). */
    public static final ExportLimits AWS = new ExportLimits(5, 25);

    public static final ExportLimits SELF_HOSTED = new ExportLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    static final Duration WINDOW = Duration.ofHours(24);
}
