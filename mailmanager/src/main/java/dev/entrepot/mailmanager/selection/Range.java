package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
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
    /** @param kept the earliest time of receipt that counts, in milliseconds */
    static Range of(ArchiveRow archive, Criteria criteria, long kept) {
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
