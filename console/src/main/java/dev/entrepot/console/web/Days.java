package dev.entrepot.console.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** From one day to another, both included, in UTC: the fields {@code from} and {@code to} of many forms. */
public record Days(LocalDate first, LocalDate last) {
    /** @throws BadForm when one of them is left empty or is no day */
    public static Days of(Fields form) {
        return new Days(form.day("from"), form.day("to"));
    }

    public Instant from() {
        return start(first);
    }

    /** The first moment after them. */
    public Instant end() {
        return start(last.plusDays(1));
    }

    /** For services that include the end of a time, to the millisecond that is on the wire. */
    public static Instant lastMoment(LocalDate day) {
        return start(day.plusDays(1)).minusMillis(1);
    }

    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
