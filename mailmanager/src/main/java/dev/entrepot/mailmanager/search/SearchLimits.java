package dev.entrepot.mailmanager.search;

import java.time.Duration;
import java.util.Optional;

/**
 * Limits of searches (dossier, section 2.4).
 *
 * @param active how many of an account may be under way or waiting in a region
 * @param span the longest time a search may be about; empty for any
 */
public record SearchLimits(int active, Optional<Duration> span) {
    public static final SearchLimits AWS = new SearchLimits(1, Optional.of(Duration.ofDays(30)));

    public static final SearchLimits SELF_HOSTED = new SearchLimits(100, Optional.empty());
}
