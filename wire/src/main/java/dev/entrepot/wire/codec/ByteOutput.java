package dev.entrepot.wire.codec;

import java.util.Arrays;

/** Bytes in memory that grow as they are written. */
abstract class ByteOutput {
    private byte[] bytes = new byte[1024];
    private int length;

    final byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** The byte written last; zero before the first. */
    final byte last() {
        return length == 0 ? 0 : bytes[length - 1];
    }

    final void append(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /** The lowest bytes of {@code value}, {@code width} of them, the highest first. */
    final void append(long value, int width) {
        reserve(width);
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    final void append(byte[] value) {
        append(value, 0, value.length);
    }

    final void append(byte[] value, int from, int to) {
        reserve(to - from);
        System.arraycopy(value, from, bytes, length, to - from);
        length += to - from;
    }

    /** All of {@code value} between two marks. */
    final void appendBetween(char mark, byte[] value) {
        reserve(value.length + 2);
        bytes[length] = (byte) mark;
        System.arraycopy(value, 0, bytes, length + 1, value.length);
        length += value.length + 2;
        bytes[length - 1] = (byte) mark;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
