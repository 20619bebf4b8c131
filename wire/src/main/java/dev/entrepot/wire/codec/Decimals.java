package dev.entrepot.wire.codec;

import java.math.BigDecimal;

/** Bounds on decimal numbers: ten characters of exponent must not become a gigabyte of digits when the number is written out. */
final class Decimals {
    /** Leaves room for a sign and a point in the 1,000 characters that a number may have. */
    private static final int MAX_DIGITS = 990;

    private Decimals() {}

    static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) + number.precision() > MAX_DIGITS) {
            throw new MalformedInput("Number out of range");
        }
        return number;
    }

    static float toFloat(double number) {
        float narrow = (float) number;
        if (Float.isInfinite(narrow) && !Double.isInfinite(number)) {
            throw new MalformedInput("Number out of range");
        }
        return narrow;
    }
}
