package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.Headers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * When a Version 4 signature was made.
 *
 * @param text {@code yyyyMMddTHHmmssZ}, as it stands in the string to sign
 */
record SigningTime(Instant instant, String text) {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int MAX_LENGTH = 64;

    /** From {@code X-Amz-Date}, else from {@code Date}. */
    static SigningTime of(Headers headers) {
        var amzDate = headers.first("x-amz-date");
        if (amzDate.isPresent()) {
            return parse(amzDate.get());
        }
        return fromDate(headers.first("date")
                .orElseThrow(() -> NotAuthenticated.malformed(
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")));
    }

    static SigningTime parse(String text) {
        if (text.length() != 16 || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            throw unreadable(text);
        }
        try {
            var time = LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 4, 6),
                    digits(text, 6, 8),
                    digits(text, 9, 11),
                    digits(text, 11, 13),
                    digits(text, 13, 15));
            return new SigningTime(time.toInstant(ZoneOffset.UTC), text);
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    static String format(Instant instant) {
        return BASIC.format(instant);
    }

    /** Whether a credential scope's date is the day of this time. */
    boolean isOn(String date) {
        return date.length() == 8 && text.startsWith(date);
    }

    private static SigningTime fromDate(String date) {
        if (date.length() == 16) {
            return parse(date);
        }
        if (date.length() > MAX_LENGTH) {
            throw unreadable(date);
        }
        int comma = date.indexOf(',');
        var form = comma < 0 ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.RFC_1123_DATE_TIME;
        try {
            // the weekday is skipped: the oldest published vectors have a wrong one
            var instant = form.parse(date.substring(comma + 1).strip(), Instant::from);
            return new SigningTime(instant, format(instant));
        } catch (DateTimeException e) {
            throw unreadable(date);
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw unreadable(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static NotAuthenticated unreadable(String text) {
        return NotAuthenticated.malformed(
                "Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(NotAuthenticated.quoted(text)));
    }
}
