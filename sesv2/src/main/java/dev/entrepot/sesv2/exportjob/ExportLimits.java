package dev.entrepot.sesv2.exportjob;

import java.time.Duration;
import java.util.Optional;

/**
 * Limits of exports (SES dossier, sections 4.2 and 4.3).
 *
 * @param jobs how many may be under way in an account and region
 * @param insightsAge how old a message may be that is exported with its insights; empty for any age
 * @param metricsInterval the longest time that metrics may be about; empty for any
 * @param linkLifetime how long a link to a file is good for
 */
public record ExportLimits(
        int jobs, Optional<Duration> insightsAge, Optional<Duration> metricsInterval, Duration linkLifetime) {
    public static final ExportLimits AWS = new ExportLimits(
            20, Optional.of(Duration.ofDays(30)), Optional.of(Duration.ofDays(60)), Duration.ofHours(1));
    /** Events are kept, so they can be exported however old they are. */
    public static final ExportLimits SELF_HOSTED =
            new ExportLimits(1_000, Optional.empty(), Optional.empty(), Duration.ofHours(1));
}
