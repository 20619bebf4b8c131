package dev.entrepot.wire.codec;

import java.nio.charset.StandardCharsets;

/** CBOR data items written one after the other, each head in its shortest form. */
final class CborOutput extends ByteOutput {
    /** An item's head; the argument is unsigned. */
    void head(int major, long argument) {
        if (argument >= 0 && argument < 24) {
            append(major << 5 | (int) argument);
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
        append(major << 5 | info);
        append(value, width);
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
        text(value.getBytes(StandardCharsets.UTF_8));
    }

    void text(byte[] utf8) {
        head(CborInput.TEXT, utf8.length);
        append(utf8);
    }
}
