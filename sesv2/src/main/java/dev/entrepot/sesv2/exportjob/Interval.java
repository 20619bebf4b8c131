package dev.entrepot.sesv2.exportjob;

import dev.entrepot.storage.database.Columns;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which messages were sent, both ends included.
 *
 * @param fromMicros since 1970
 * @param toMicros since 1970
 */
record Interval(long fromMicros, long toMicros) {
    static Interval of(Instant from, Instant to) {
        return new Interval(Columns.micros(from), Columns.micros(to));
    }

    Instant from() {
        return Columns.instant(fromMicros);
    }

    Instant to() {
        return Columns.instant(toMicros);
    }

    Duration length() {
        return Duration.between(from(), to());
    }
}
