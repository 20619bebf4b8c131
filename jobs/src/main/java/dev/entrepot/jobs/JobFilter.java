package dev.entrepot.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * Which jobs of a kind to list.
 *
 * @param subject only those about this resource
 * @param requestedSince only those requested at or after this moment, as far back as a service remembers
 * @param after only those that come later in the listing
 * @param limit how many at most
 */
public record JobFilter(
        Optional<String> subject, Optional<Instant> requestedSince, Optional<JobPosition> after, int limit) {
    public static JobFilter first(int limit) {
        return new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
