package dev.entrepot.mailmanager.export;

/**
 * Limits of exports (dossier, section 2.4).
 *
 * @param active how many of an account may be under way or waiting in a region
 * @param messages the most messages of one export
 */
public record ExportLimits(int active, int messages) {
    public static final ExportLimits AWS = new ExportLimits(1, 250_000);

    public static final ExportLimits SELF_HOSTED = new ExportLimits(100, Integer.MAX_VALUE);
}
