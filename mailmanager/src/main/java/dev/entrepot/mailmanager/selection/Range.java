package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.message.MessageId;
import java.time.Instant;

/**
 * Which messages can be meant at all.
 *
 * @param from earliest time of receipt, in milliseconds
 * @param to latest time of receipt, likewise
 * @param last the largest number of a message
 */
record Range(ArchiveRow archive, long from, long to, long last) {
    /** Without those whose retention is over, whether or not they have been removed. */
    static Range of(ArchiveRow archive, Criteria criteria, Instant now) {
        long kept = Retention.expired(archive.retention(), now)
                .map(expired -> expired.toEpochMilli() + 1)
                .orElse(Long.MIN_VALUE);
        return new Range(
                archive,
                Math.max(criteria.from(), kept),
                criteria.to(),
                MessageId.number(archive.number(), criteria.arrivals()));
    }

    boolean holds(long received) {
        return received >= from && received <= to;
    }

    Instant earliest() {
        return Instant.ofEpochMilli(from);
    }

    Instant latest() {
        return Instant.ofEpochMilli(to);
    }
}
