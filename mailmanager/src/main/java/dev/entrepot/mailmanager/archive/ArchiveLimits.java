package dev.entrepot.mailmanager.archive;

import java.time.Duration;

/**
 * Limits that protect a shared cloud rather than the data, so that one's own machine may go without.
 *
 * @param active the most archives an account may have in a region, those pending deletion not counted
 * @param betweenRetentionChanges how long the retention of an archive must stay as it was changed
 */
public record ArchiveLimits(int active, Duration betweenRetentionChanges) {
    /** AWS's own (dossier, section 2.4). */
    public static final ArchiveLimits AWS = new ArchiveLimits(10, Duration.ofDays(7));

    public static final ArchiveLimits SELF_HOSTED = new ArchiveLimits(Integer.MAX_VALUE, Duration.ZERO);
}
