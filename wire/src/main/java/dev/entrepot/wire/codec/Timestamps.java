package dev.entrepot.wire.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The three spellings of time (wire dossier, section 3): strict when read, shortest exact form with milliseconds when written. */
public final class Timestamps {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HTTP_DATE = httpDate(1);
    private static final DateTimeFormatter SHORTEST_HTTP_DATE = httpDate(0);
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_800L);
    private static final BigDecimal EARLIEST = BigDecimal.valueOf(-62_167_219_200L);

    private Timestamps() {}

    private static DateTimeFormatter httpDate(int leastFractionDigits) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEE, dd MMM ")
                .appendValue(ChronoField.YEAR, 4)
                .appendPattern(" HH:mm:ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, leastFractionDigits, 9, true)
                .optionalEnd()
                .appendLiteral(" GMT")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(ZoneOffset.UTC);
    }

    public static Instant readDateTime(String text) {
        return read(DATE_TIME, text);
    }

    public static Instant readHttpDate(String text) {
        return read(HTTP_DATE, text);
    }

    private static Instant read(DateTimeFormatter format, String text) {
        if (text.length() > 40) {
            throw new MalformedInput("Not a timestamp of the expected format");
        }
        try {
            return format.parse(text, Instant::from);
        } catch (DateTimeException notOfTheFormat) {
            throw new MalformedInput("Not a timestamp of the expected format");
        }
    }

    /** Seconds since 1970, down to nanoseconds, within the years 0 to 9999. */
    public static Instant readEpochSeconds(BigDecimal seconds) {
        Decimals.bounded(seconds);
        if (seconds.compareTo(LATEST) >= 0 || seconds.compareTo(EARLIEST) < 0) {
            throw new MalformedInput("Timestamp out of range");
        }
        long whole = seconds.longValue();
        long nanos = seconds.scale() <= 0
                ? 0
                : seconds.subtract(BigDecimal.valueOf(whole))
                        .movePointRight(9)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }

    public static String writeDateTime(Instant time) {
        return fraction(DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(time.toEpochMilli())));
    }

    /** {@code .120Z} is spelt {@code .12Z}: the protocol tests want no trailing zeros. */
    private static String fraction(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return text;
        }
        int end = text.length() - 1;
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end) + "Z";
    }

    public static String writeHttpDate(Instant time) {
        return SHORTEST_HTTP_DATE.format(Instant.ofEpochMilli(time.toEpochMilli()));
    }

    /** Plain decimal, at most three fraction digits, no trailing zeros. */
    public static String writeEpochSeconds(Instant time) {
        long millis = time.toEpochMilli();
        return millis % 1000 == 0
                ? Long.toString(millis / 1000)
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }
}
