package dev.entrepot.console.audiences;

import java.util.Locale;

/**
 * A drawing of {@link #WIDTH} by {@link #HEIGHT} units, and where values lie in it: from 0 to {@code right} along it, from {@code bottom}
 * to {@code top} upwards.
 */
record Plot(double right, double bottom, double top) {
    static final int WIDTH = 480;
    static final int HEIGHT = 260;

    private static final int LEFT_EDGE = 56;
    private static final int RIGHT_EDGE = WIDTH - 28;
    private static final int UPPER_EDGE = 14;
    private static final int LOWER_EDGE = HEIGHT - 36;

    String x(double value) {
        return unit(LEFT_EDGE + (RIGHT_EDGE - LEFT_EDGE) * value / right);
    }

    String y(double value) {
        return unit(UPPER_EDGE + (LOWER_EDGE - UPPER_EDGE) * (top - value) / (top - bottom));
    }

    private static String unit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
