package dev.entrepot.wire.codec;

import java.math.BigDecimal;

/** Bounds on decimal numbers: ten characters of exponent must not become a gigabyte of digits when the number is written out. */
final class Decimals {
    /** As long as the longest text that is read as a number. */
    private static final int MAX_LENGTH = 1_000;

    private Decimals() {}

    static BigDecimal bounded(BigDecimal number) {
        long whole = Math.max((long) number.precision() - number.scale(), 1);
        long fraction = number.scale() > 0 ? 1L + number.scale() : 0;
        if (whole + fraction + (number.signum() < 0 ? 1 : 0) > MAX_LENGTH) {
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
