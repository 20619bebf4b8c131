package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.TimestampFormat;
import java.io.IOException;
import java.time.Instant;

/** JSON tokens as simple values, without coercion (wire dossier, section 3). */
final class JsonScalars {
    private JsonScalars() {}

    static Object read(JsonParser json, Member member) throws IOException {
        return switch (member.type()) {
            case BOOLEAN -> bool(json);
            case BYTE -> (byte) integer(json, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) integer(json, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, INT_ENUM -> (int) integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(json, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> Decimals.toFloat(number(json));
            case DOUBLE -> number(json);
            case BIG_INTEGER -> {
                WrongToken.unless(json, JsonToken.VALUE_NUMBER_INT, "an Integer");
                yield json.getBigIntegerValue();
            }
            case BIG_DECIMAL -> {
                expectNumber(json);
                yield Decimals.bounded(json.getDecimalValue());
            }
            case STRING, ENUM -> wellFormed(json);
            case BLOB -> Blobs.readBase64(text(json));
            case TIMESTAMP -> timestamp(json, member.timestampFormat());
            default -> throw new IllegalStateException(member + " is not simple");
        };
    }

    private static boolean bool(JsonParser json) {
        if (json.hasToken(JsonToken.VALUE_TRUE)) {
            return true;
        }
        WrongToken.unless(json, JsonToken.VALUE_FALSE, "a Boolean");
        return false;
    }

    private static long integer(JsonParser json, long min, long max) throws IOException {
        WrongToken.unless(json, JsonToken.VALUE_NUMBER_INT, "an Integer");
        long value = json.getLongValue(); // refuses what does not fit
        if (value < min || value > max) {
            throw new MalformedInput("Number out of range");
        }
        return value;
    }

    private static double number(JsonParser json) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            return switch (json.getText()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw new MalformedInput("Expected a number");
            };
        }
        expectNumber(json);
        return json.getDoubleValue();
    }

    private static void expectNumber(JsonParser json) {
        if (!json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            WrongToken.unless(json, JsonToken.VALUE_NUMBER_INT, "a Number");
        }
    }

    private static String text(JsonParser json) throws IOException {
        WrongToken.unless(json, JsonToken.VALUE_STRING, "a String");
        return json.getText();
    }

    private static String wellFormed(JsonParser json) throws IOException {
        WrongToken.unless(json, JsonToken.VALUE_STRING, "a String");
        int from = json.getTextOffset();
        WellFormed.check(json.getTextCharacters(), from, from + json.getTextLength());
        return json.getText();
    }

    private static Instant timestamp(JsonParser json, TimestampFormat format) throws IOException {
        return switch (format) {
            case DATE_TIME -> Timestamps.readDateTime(text(json));
            case HTTP_DATE -> Timestamps.readHttpDate(text(json));
            case EPOCH_SECONDS, UNSPECIFIED -> {
                expectNumber(json);
                yield Timestamps.readEpochSeconds(json.getDecimalValue());
            }
        };
    }
}
