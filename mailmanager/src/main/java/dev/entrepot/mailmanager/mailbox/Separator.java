package dev.entrepot.mailmanager.mailbox;

import dev.entrepot.mailmanager.mime.MailDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The line that begins a message in an mbox: {@code From }, a sender, a date that begins with the day of the week. A line without such a
 * date is text (dossier, section 4.2).
 */
final class Separator {
    static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    static final int LONGEST = 1_000;
    /** Of a date: weekday, month, day and time, say. */
    private static final int FEWEST_WORDS = 4;

    private Separator() {}

    /** When the message came, if this line is a separator. */
    static Optional<Instant> delivered(byte[] line) {
        if (line.length > LONGEST || !startsWith(line, FROM)) {
            return Optional.empty();
        }
        String text = new String(line, FROM.length, line.length - FROM.length, StandardCharsets.ISO_8859_1).strip();
        int words = 0;
        for (int end = text.length(); end > 0; ) {
            int start = text.lastIndexOf(' ', end - 1) + 1;
            words += start < end ? 1 : 0;
            if (words >= FEWEST_WORDS
                    && MailDate.isWeekday(text.substring(start, end).replace(",", ""))) {
                return MailDate.parse(text.substring(start));
            }
            end = start - 1;
        }
        return Optional.empty();
    }

    static boolean startsWith(byte[] line, byte[] start) {
        return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }
}
