package dev.entrepot.cleanroomsml.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads moments: seconds since 1970, or dates with a time of day where the column's type is timestamp; without an offset they are UTC. */
final class TimeColumn {
    /** Later than the year 5000 in seconds, before 1974 in milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private final InteractionColumn column;
    private final boolean dates;

    TimeColumn(InteractionColumn column) {
        this.column = column;
        this.dates = column.column().plainType().equals("timestamp");
    }

    long epochSecond(String text) {
        long seconds = isNumber(text) ? number(text) : date(text);
        if (Math.abs(seconds) > MOST_SECONDS) {
            throw column.mismatch("has no seconds since 1970; they look like milliseconds");
        }
        return seconds;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+') && text.indexOf('-', 1) < 0;
    }

    private long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw column.mismatch("has no whole number of seconds");
        }
    }

    private long date(String text) {
        if (!dates) {
            throw column.mismatch("has no whole number of seconds");
        }
        String date = text.strip().replace(' ', 'T');
        try {
            boolean withOffset =
                    date.endsWith("Z") || date.lastIndexOf('+') > 0 || date.lastIndexOf('-') > date.indexOf('T');
            return withOffset
                    ? OffsetDateTime.parse(date).toEpochSecond()
                    : LocalDateTime.parse(date).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw column.mismatch("has no date such as 2025-01-02 03:04:05");
        }
    }
}
