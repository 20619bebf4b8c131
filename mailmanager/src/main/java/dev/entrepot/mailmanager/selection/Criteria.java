package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.contract.ArchiveFilters;
import dev.entrepot.mailmanager.contract.ValidationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked for, as it is kept with a job.
 *
 * @param filters empty where the request had none
 * @param from earliest time of receipt, in milliseconds since 1970
 * @param to latest time of receipt, likewise
 * @param arrivals how many messages had arrived when it was asked: no later one is ever seen
 */
public record Criteria(Optional<Filters> filters, long from, long to, long arrivals) {
    /** In milliseconds: the year 31708. */
    private static final long FARTHEST = 1_000_000_000_000_000L;

    /** @throws ValidationException when there is no time between the ends */
    public static Criteria of(Optional<ArchiveFilters> filters, Instant from, Instant to, long arrivals) {
        if (from.isAfter(to)) {
            throw new ValidationException("The FromTimestamp is after the ToTimestamp.");
        }
        return new Criteria(filters.map(Filters::of), millis(from), millis(to), arrivals);
    }

    /** Times that no calendar has become the farthest one that can be told. */
    private static long millis(Instant time) {
        return Math.abs(time.getEpochSecond()) < FARTHEST / 1_000
                ? time.toEpochMilli()
                : Long.signum(time.getEpochSecond()) * FARTHEST;
    }

    public Optional<ArchiveFilters> askedFilters() {
        return filters.map(Filters::asked);
    }

    public Instant fromTimestamp() {
        return Instant.ofEpochMilli(from);
    }

    public Instant toTimestamp() {
        return Instant.ofEpochMilli(to);
    }

    /** For the audit log, by the API's member names; more may be added. */
    public Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        filters.ifPresent(asked -> details.put("Filters", asked.json()));
        details.put("FromTimestamp", fromTimestamp().toString());
        details.put("ToTimestamp", toTimestamp().toString());
        return details;
    }

    public Duration span() {
        return Duration.between(fromTimestamp(), toTimestamp());
    }
}
