package dev.entrepot.mailmanager.message;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An archived message's id: 23 digits and letters that sort by the time of receipt and, in one archive, then by arrival. It says
 * itself which archive it is of, since operations on messages name none (dossier, section 0.3).
 *
 * @param received in whole milliseconds, not before 1970
 * @param number of the message's row
 */
public record MessageId(Instant received, long number) {
    private static final int RADIX = 32;
    private static final int ARRIVAL_BITS = 40;
    private static final int RECEIVED_DIGITS = 10;
    private static final Pattern FORM = Pattern.compile("[0-9a-v]{10}[0-7][0-9a-v]{12}");

    /** Before every message of every archive. */
    public static final MessageId FIRST = new MessageId(Instant.EPOCH, 0);

    public static long number(long archive, long arrival) {
        return archive << ARRIVAL_BITS | arrival;
    }

    /** The number of its archive. */
    public long archive() {
        return number >>> ARRIVAL_BITS;
    }

    /** The how-manieth message of its archive it was. */
    public long arrival() {
        return number & (1L << ARRIVAL_BITS) - 1;
    }

    /** Empty when the text is no id. */
    public static Optional<MessageId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        long received = Long.parseLong(text, 0, RECEIVED_DIGITS, RADIX);
        long number = Long.parseLong(text, RECEIVED_DIGITS, text.length(), RADIX);
        return Optional.of(new MessageId(Instant.ofEpochMilli(received), number));
    }

    @Override
    public String toString() {
        return digits(received.toEpochMilli(), RECEIVED_DIGITS) + digits(number, 13);
    }

    private static String digits(long value, int count) {
        String digits = Long.toString(value, RADIX);
        return "0".repeat(count - digits.length()) + digits;
    }
}
