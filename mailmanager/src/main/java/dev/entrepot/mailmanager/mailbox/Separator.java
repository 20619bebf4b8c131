package dev.entrepot.mailmanager.mailbox;

import dev.entrepot.mailmanager.mime.MailDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The line that begins a message in an mbox: {@code From }, a sender, a date that begins with the day of the week. A line without such a
 * date is text (dossier, section 4.2).
 */
final class Separator {
    static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    static final int LONGEST = 1_000;

    private Separator() {}

    /** When the message came, if this line is a separator. */
    static Optional<Instant> delivered(byte[] line) {
        if (line.length > LONGEST || !startsWith(line, FROM)) {
            return Optional.empty();
        }
        String text = new String(line, FROM.length, line.length - FROM.length, StandardCharsets.ISO_8859_1);
        List<String> words = List.of(text.strip().split(" +"));
        for (int i = words.size() - 4; i >= 0; i--) {
            if (MailDate.isWeekday(words.get(i).replace(",", ""))) {
                return MailDate.parse(String.join(" ", words.subList(i, words.size())));
            }
        }
        return Optional.empty();
    }

    static boolean startsWith(byte[] line, byte[] start) {
        return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }
}
