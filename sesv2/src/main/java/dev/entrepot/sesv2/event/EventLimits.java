package dev.entrepot.sesv2.event;

import java.time.Duration;
import java.util.Optional;

/**
 * How long events are kept.
 *
 * @param kept after their message was sent; empty for ever
 */
public record EventLimits(Optional<Duration> kept) {
    public static final EventLimits KEEP_ALL = new EventLimits(Optional.empty());
}
