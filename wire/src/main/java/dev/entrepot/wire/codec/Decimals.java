package dev.entrepot.wire.codec;

import java.math.BigDecimal;

/** Bounds on decimal numbers: ten characters of exponent must not become a gigabyte of digits. */
final class Decimals {
    private static final int MAX_SCALE = 1_000;

    private Decimals() {}

    static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
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
