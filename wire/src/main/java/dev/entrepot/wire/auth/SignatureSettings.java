package dev.entrepot.wire.auth;

import java.time.Duration;

/**
 * How strictly signatures are judged.
 *
 * @param window how far a signature's time may lie from ours, either way
 * @param version2 whether Version 2 is accepted where a service knows it; over plain HTTP it can be replayed within the window
 * @param defaultRegion the region of a Version 2 request, which names none
 */
public record SignatureSettings(Duration window, boolean version2, String defaultRegion) {
    /** Fifteen minutes, as AWS allows. */
    public static final Duration DEFAULT_WINDOW = Duration.ofMinutes(15);

    public SignatureSettings {
        if (window.isNegative()) {
            throw new IllegalArgumentException("The signature window is negative: " + window);
        }
    }
}
