package dev.entrepot.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as the console writes them. */
public final class Figures {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3600;
    private static final long SECONDS_A_DAY = 86_400;

    private Figures() {}

    /** {@code 1,234,567}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 12.3 MiB}. */
    public static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < SIZES.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, size < 10 ? "%.2f %s" : "%.1f %s", size, SIZES[unit]);
    }

    /** In UTC, to the second. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** In its two largest units: {@code 3 h 12 min}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        }
        if (seconds < SECONDS_A_MINUTE) {
            return seconds + " s";
        }
        if (seconds < SECONDS_AN_HOUR) {
            return seconds / SECONDS_A_MINUTE + " min " + seconds % SECONDS_A_MINUTE + " s";
        }
        if (seconds < SECONDS_A_DAY) {
            return seconds / SECONDS_AN_HOUR + " h " + seconds % SECONDS_AN_HOUR / SECONDS_A_MINUTE + " min";
        }
        return seconds / SECONDS_A_DAY + " d " + seconds % SECONDS_A_DAY / SECONDS_AN_HOUR + " h";
    }
}
