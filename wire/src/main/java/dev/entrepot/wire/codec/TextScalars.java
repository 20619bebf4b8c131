package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Simple values as plain text: query forms, XML, labels, query strings and headers. */
public final class TextScalars {
    private static final int MAX_NUMBER = 1_000;

    private TextScalars() {}

    /** @param otherwise the timestamp format of the place when the member names none */
    public static Object read(Member member, String text, TimestampFormat otherwise) {
        return switch (member.type()) {
            case BOOLEAN ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new MalformedInput("Expected true or false");
                };
            case BYTE -> (byte) integer(text, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) integer(text, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, INT_ENUM -> (int) integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> Decimals.toFloat(number(text));
            case DOUBLE -> number(text);
            case BIG_INTEGER -> bigInteger(text);
            case BIG_DECIMAL -> bigDecimal(text);
            case STRING, ENUM -> text;
            case BLOB -> Blobs.readBase64(text);
            case TIMESTAMP -> timestamp(member, text, otherwise);
            default -> throw new MalformedInput("Expected structured data");
        };
    }

    /** As {@link #read}, and when it fails says under which name the text came. */
    public static Object readNamed(Member member, String wireName, String text, TimestampFormat otherwise) {
        try {
            return read(member, text, otherwise);
        } catch (MalformedInput malformed) {
            throw malformed.at(wireName, text);
        }
    }

    public static String write(Member member, Object value, TimestampFormat otherwise) {
        return switch (member.type()) {
            case ENUM -> JsonWriter.text(value);
            case BLOB -> Blobs.writeBase64((ByteBuffer) value);
            case TIMESTAMP ->
                switch (formatOf(member, otherwise)) {
                    case HTTP_DATE -> Timestamps.writeHttpDate((Instant) value);
                    case EPOCH_SECONDS -> Timestamps.writeEpochSeconds((Instant) value);
                    case DATE_TIME, UNSPECIFIED -> Timestamps.writeDateTime((Instant) value);
                };
            case BIG_DECIMAL -> ((BigDecimal) value).toPlainString();
            default -> value.toString();
        };
    }

    private static TimestampFormat formatOf(Member member, TimestampFormat otherwise) {
        return member.timestampFormat() == TimestampFormat.UNSPECIFIED ? otherwise : member.timestampFormat();
    }

    private static Instant timestamp(Member member, String text, TimestampFormat otherwise) {
        return switch (formatOf(member, otherwise)) {
            case HTTP_DATE -> Timestamps.readHttpDate(text);
            case EPOCH_SECONDS -> Timestamps.readEpochSeconds(bigDecimal(text));
            case DATE_TIME, UNSPECIFIED -> Timestamps.readDateTime(text);
        };
    }

    private static long integer(String text, long min, long max) {
        if (!decimalDigits(text)) {
            throw new MalformedInput("Expected an integer");
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException tooLarge) {
            // the same answer as for a number that fits a long only
        }
        throw new MalformedInput("Number out of range");
    }

    private static boolean decimalDigits(String text) {
        return text.length() <= MAX_NUMBER && isDigits(text, text.startsWith("-") ? 1 : 0);
    }

    /** Whether there are digits after {@code start} and nothing else. */
    static boolean isDigits(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    private static double number(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> finite(text);
        };
    }

    private static double finite(String text) {
        bigDecimal(text); // Double.parseDouble alone would take 0x1p3, 1d and blanks
        return Double.parseDouble(text);
    }

    private static BigInteger bigInteger(String text) {
        if (!decimalDigits(text)) {
            throw new MalformedInput("Expected an integer");
        }
        return new BigInteger(text);
    }

    private static BigDecimal bigDecimal(String text) {
        try {
            if (text.length() <= MAX_NUMBER) {
                return Decimals.bounded(new BigDecimal(text));
            }
        } catch (NumberFormatException notANumber) {
            // answered below
        }
        throw new MalformedInput("Expected a number");
    }
}
