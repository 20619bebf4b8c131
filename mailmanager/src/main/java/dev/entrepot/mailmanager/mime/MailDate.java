package dev.entrepot.mailmanager.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * A date and time as mail writes it, in a header (RFC 5322, section 3.3, with its obsolete forms) or in the order of
 * {@code asctime}, as mailboxes do. The words may stand in any order; one that means nothing makes it no date.
 */
public final class MailDate {
    private static final int LONGEST = 200;
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** Hours from UTC; other letters say nothing of use and count as UTC, as RFC 5322 has it. */
    private static final Map<String, Integer> ZONES =
            Map.of("edt", -4, "est", -5, "cdt", -5, "cst", -6, "mdt", -6, "mst", -7, "pdt", -7, "pst", -8);

    private int day;
    private int month;
    private int year = -1;
    private int secondOfDay = -1;
    private ZoneOffset zone = ZoneOffset.UTC;

    private MailDate() {}

    /** @param text of a header without its name, or of a separator line behind the sender; comments are passed over */
    public static Optional<Instant> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var date = new MailDate();
        String bare = text.indexOf('(') < 0 ? text : COMMENT.matcher(text).replaceAll(" ");
        var words = new StringTokenizer(bare, " ,\t\r\n");
        try {
            while (words.hasMoreTokens()) {
                if (!date.take(words.nextToken().toLowerCase(Locale.ROOT))) {
                    return Optional.empty();
                }
            }
            return date.instant();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a word is the name of a day of the week. */
    public static boolean isWeekday(String word) {
        return word.length() >= 3
                && word.length() <= 4
                && WEEKDAYS.contains(word.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private boolean take(String word) {
        char first = word.charAt(0);
        if (word.indexOf(':') > 0) {
            return secondOfDay < 0 && time(word);
        }
        if (first == '+' || first == '-') {
            int hoursAndMinutes = Integer.parseInt(word);
            zone = ZoneOffset.ofHoursMinutes(hoursAndMinutes / 100, hoursAndMinutes % 100);
            return true;
        }
        if (first >= '0' && first <= '9') {
            return number(Integer.parseInt(word), word.length());
        }
        if (month == 0 && word.length() >= 3 && MONTHS.contains(word.substring(0, 3))) {
            month = MONTHS.indexOf(word.substring(0, 3)) + 1;
            return true;
        }
        if (secondOfDay >= 0) {
            zone = ZoneOffset.ofHours(ZONES.getOrDefault(word, 0));
            return true;
        }
        return isWeekday(word);
    }

    private boolean time(String word) {
        String[] parts = word.split(":");
        if (parts.length < 2 || parts.length > 3) {
            return false;
        }
        int seconds = parts.length < 3 ? 0 : Integer.parseInt(wholeOf(parts[2]));
        int hours = Integer.parseInt(parts[0]);
        int minutes = Integer.parseInt(parts[1]);
        if (hours > 23 || minutes > 59 || seconds > 60 || hours < 0 || minutes < 0 || seconds < 0) {
            return false;
        }
        secondOfDay = hours * 3600 + minutes * 60 + Math.min(seconds, 59);
        return true;
    }

    private static String wholeOf(String decimal) {
        int point = decimal.indexOf('.');
        return point < 0 ? decimal : decimal.substring(0, point);
    }

    /** The first of one or two digits is the day, the other number the year. */
    private boolean number(int number, int digits) {
        if (digits <= 2 && day == 0) {
            day = number;
            return true;
        }
        if (year >= 0 || digits > 4) {
            return false;
        }
        year = switch (digits) {
            case 1, 2 -> number < 50 ? 2000 + number : 1900 + number;
            case 3 -> 1900 + number;
            default -> number;
        };
        return true;
    }

    private Optional<Instant> instant() {
        if (day == 0 || month == 0 || year < 0 || secondOfDay < 0) {
            return Optional.empty();
        }
        return Optional.of(OffsetDateTime.of(
                        year, month, day, secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60, 0, zone)
                .toInstant());
    }
}
