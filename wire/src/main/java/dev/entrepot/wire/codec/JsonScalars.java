package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/** JSON values as simple ones, without coercion (wire dossier, section 3). */
final class JsonScalars {
    private JsonScalars() {}

    static Object read(JsonInput json, Member member) {
        return switch (member.type()) {
            case BOOLEAN -> bool(json);
            case BYTE -> (byte) integer(json, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) integer(json, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, INT_ENUM -> (int) integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(json, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> Decimals.toFloat(floating(json));
            case DOUBLE -> floating(json);
            case BIG_INTEGER -> new BigInteger(whole(json));
            case BIG_DECIMAL -> Decimals.bounded(decimal(json));
            case STRING, ENUM -> text(json);
            case BLOB -> Blobs.readBase64(text(json));
            case TIMESTAMP -> timestamp(json, member.timestampFormat());
            default -> throw new IllegalStateException(member + " is not simple");
        };
    }

    private static boolean bool(JsonInput json) {
        return switch (json.peek()) {
            case 't', 'f' -> json.bool();
            default -> throw WrongType.of(json, "a Boolean");
        };
    }

    private static long integer(JsonInput json, long min, long max) {
        long value;
        try {
            value = Long.parseLong(whole(json));
        } catch (NumberFormatException tooLong) {
            throw outOfRange();
        }
        if (value < min || value > max) {
            throw outOfRange();
        }
        return value;
    }

    private static MalformedInput outOfRange() {
        return new MalformedInput("Number out of range");
    }

    private static String number(JsonInput json, String wanted) {
        byte first = json.peek();
        if (first != '-' && (first < '0' || first > '9')) {
            throw WrongType.of(json, wanted);
        }
        return json.number();
    }

    private static String whole(JsonInput json) {
        String number = number(json, "an Integer");
        if (!isWhole(number)) {
            throw WrongType.simple("NUMBER_VALUE", "an Integer");
        }
        return number;
    }

    /** Whether a number is spelt without fraction and exponent. */
    static boolean isWhole(String number) {
        return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }

    private static double floating(JsonInput json) {
        if (json.peek() != '"') {
            return Double.parseDouble(number(json, "a Number"));
        }
        return switch (json.text()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new MalformedInput("Expected a number");
        };
    }

    private static BigDecimal decimal(JsonInput json) {
        try {
            return new BigDecimal(number(json, "a Number"));
        } catch (NumberFormatException exponentTooLarge) {
            throw outOfRange();
        }
    }

    private static String text(JsonInput json) {
        if (json.peek() != '"') {
            throw WrongType.of(json, "a String");
        }
        return json.text();
    }

    private static Instant timestamp(JsonInput json, TimestampFormat format) {
        return switch (format) {
            case DATE_TIME -> Timestamps.readDateTime(text(json));
            case HTTP_DATE -> Timestamps.readHttpDate(text(json));
            case EPOCH_SECONDS, UNSPECIFIED -> Timestamps.readEpochSeconds(decimal(json));
        };
    }
}
