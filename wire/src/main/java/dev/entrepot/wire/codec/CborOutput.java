package dev.entrepot.wire.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CBOR data items written one after the other, each head in its shortest form. */
final class CborOutput {
    private byte[] bytes = new byte[512];
    private int length;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** An item's head; the argument is unsigned. */
    void head(int major, long argument) {
        reserve(9);
        if (argument >= 0 && argument < 24) {
            bytes[length++] = (byte) (major << 5 | argument);
        } else if (argument >>> 8 == 0) {
            number(major, 24, argument, 1);
        } else if (argument >>> 16 == 0) {
            number(major, 25, argument, 2);
        } else if (argument >>> 32 == 0) {
            number(major, 26, argument, 4);
        } else {
            number(major, 27, argument, 8);
        }
    }

    private void number(int major, int info, long value, int width) {
        reserve(9);
        bytes[length++] = (byte) (major << 5 | info);
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void integer(long value) {
        head(value < 0 ? CborInput.NEGATIVE : CborInput.UNSIGNED, value < 0 ? ~value : value);
    }

    void bool(boolean value) {
        head(CborInput.SIMPLE, value ? 21 : 20);
    }

    void nil() {
        head(CborInput.SIMPLE, 22);
    }

    void float32(float value) {
        number(CborInput.SIMPLE, 26, Float.floatToIntBits(value), 4);
    }

    void float64(double value) {
        number(CborInput.SIMPLE, 27, Double.doubleToLongBits(value), 8);
    }

    void byteString(byte[] value) {
        head(CborInput.BYTES, value.length);
        append(value);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(CborInput.TEXT, utf8.length);
        append(utf8);
    }

    private void append(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }
}
