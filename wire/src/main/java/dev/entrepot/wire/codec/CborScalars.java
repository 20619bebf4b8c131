package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.Member;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;

/** CBOR items as simple values, without coercion (wire dossier, section 3). */
final class CborScalars {
    static final int TAG_EPOCH = 1;
    static final int TAG_POSITIVE = 2;
    static final int TAG_NEGATIVE = 3;
    static final int TAG_DECIMAL = 4;

    private static final int MAX_BIG_BYTES = 512;

    private CborScalars() {}

    /** Reads the value whose head was read last. */
    static Object read(CborInput cbor, Member member) {
        return switch (member.type()) {
            case BOOLEAN -> bool(cbor);
            case BYTE -> (byte) integer(cbor, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) integer(cbor, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, INT_ENUM -> (int) integer(cbor, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(cbor, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> Decimals.toFloat(number(cbor));
            case DOUBLE -> number(cbor);
            case BIG_INTEGER -> bigInteger(cbor);
            case BIG_DECIMAL -> bigDecimal(cbor);
            case STRING, ENUM -> cbor.text();
            case BLOB -> ByteBuffer.wrap(cbor.byteString()).asReadOnlyBuffer();
            case TIMESTAMP -> timestamp(cbor);
            default -> throw new MalformedInput("This protocol has no documents");
        };
    }

    private static boolean bool(CborInput cbor) {
        cbor.expect(CborInput.SIMPLE, "true or false");
        return switch (cbor.info()) {
            case 20 -> false;
            case 21 -> true;
            default -> throw new MalformedInput("Expected true or false");
        };
    }

    private static boolean isInteger(CborInput cbor) {
        return cbor.major() == CborInput.UNSIGNED || cbor.major() == CborInput.NEGATIVE;
    }

    private static long integer(CborInput cbor, long min, long max) {
        if (!isInteger(cbor)) {
            throw new MalformedInput("Expected an integer");
        }
        long value = cbor.major() == CborInput.UNSIGNED ? cbor.argument() : -1 - cbor.argument();
        if (cbor.argument() < 0 || value < min || value > max) {
            throw new MalformedInput("Number out of range");
        }
        return value;
    }

    private static double number(CborInput cbor) {
        if (isInteger(cbor)) {
            return bigInteger(cbor).doubleValue();
        }
        cbor.expect(CborInput.SIMPLE, "a number");
        return switch (cbor.info()) {
            case 25 -> Float.float16ToFloat((short) cbor.argument());
            case 26 -> Float.intBitsToFloat((int) cbor.argument());
            case 27 -> Double.longBitsToDouble(cbor.argument());
            default -> throw new MalformedInput("Expected a number");
        };
    }

    private static BigInteger bigInteger(CborInput cbor) {
        if (cbor.major() == CborInput.TAG) {
            boolean negative = cbor.argument() == TAG_NEGATIVE;
            if (!negative && cbor.argument() != TAG_POSITIVE) {
                throw new MalformedInput("Expected an integer");
            }
            cbor.next();
            byte[] magnitude = cbor.byteString();
            if (magnitude.length > MAX_BIG_BYTES) {
                throw new MalformedInput("Number out of range");
            }
            var value = new BigInteger(1, magnitude);
            return negative ? value.not() : value;
        }
        if (!isInteger(cbor)) {
            throw new MalformedInput("Expected an integer");
        }
        var value = new BigInteger(Long.toUnsignedString(cbor.argument()));
        return cbor.major() == CborInput.NEGATIVE ? value.not() : value;
    }

    private static BigDecimal bigDecimal(CborInput cbor) {
        if (cbor.major() != CborInput.TAG || cbor.argument() != TAG_DECIMAL) {
            throw new MalformedInput("Expected a decimal fraction");
        }
        cbor.next();
        cbor.expect(CborInput.ARRAY, "a decimal fraction");
        if (cbor.enter() != 2) {
            throw new MalformedInput("Expected a decimal fraction");
        }
        cbor.next();
        long exponent = integer(cbor, Integer.MIN_VALUE + 1L, Integer.MAX_VALUE);
        cbor.next();
        BigInteger mantissa = bigInteger(cbor);
        cbor.leave();
        return Decimals.bounded(new BigDecimal(mantissa, (int) -exponent));
    }

    private static Instant timestamp(CborInput cbor) {
        if (cbor.major() != CborInput.TAG || cbor.argument() != TAG_EPOCH) {
            throw new MalformedInput("Expected a time");
        }
        cbor.next();
        if (isInteger(cbor)) {
            return Timestamps.readEpochSeconds(BigDecimal.valueOf(integer(cbor, Long.MIN_VALUE, Long.MAX_VALUE)));
        }
        double seconds = number(cbor);
        if (!Double.isFinite(seconds)) {
            throw new MalformedInput("Timestamp out of range");
        }
        return Timestamps.readEpochSeconds(BigDecimal.valueOf(seconds));
    }
}
