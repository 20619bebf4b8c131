package dev.entrepot.wire.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Refuses signatures of another time than now; both ends of the window still count as inside. */
final class ValidityWindow {
    private final InstantSource clock;
    private final Duration window;

    ValidityWindow(InstantSource clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** Version 4: valid from the window before its time until its lifetime after. */
    void require(SigningTime time, Duration lifetime) {
        Instant now = clock.instant();
        Instant earliest = now.minus(lifetime);
        if (time.instant().isBefore(earliest)) {
            throw new NotAuthenticated(
                    AuthFailure.EXPIRED,
                    "Signature expired: %s is now earlier than %s (%s - %s)"
                            .formatted(
                                    time.text(), SigningTime.format(earliest), SigningTime.format(now), in(lifetime)));
        }
        Instant latest = now.plus(window);
        if (time.instant().isAfter(latest)) {
            throw new NotAuthenticated(
                    AuthFailure.NOT_YET_CURRENT,
                    "Signature not yet current: %s is still later than %s (%s + %s)"
                            .formatted(time.text(), SigningTime.format(latest), SigningTime.format(now), in(window)));
        }
    }

    /** Version 2: signed at most a window ago or ahead. */
    void requireTimestamp(Instant timestamp, String text) {
        Instant now = clock.instant();
        if (timestamp.isBefore(now.minus(window))) {
            throw requestExpired("Timestamp", text);
        }
        if (timestamp.isAfter(now.plus(window))) {
            throw new NotAuthenticated(
                    AuthFailure.NOT_YET_CURRENT, "Request is not yet current. Timestamp date is " + text);
        }
    }

    /** Version 2: valid until its own expiry. */
    void requireUnexpired(Instant expires, String text) {
        if (expires.isBefore(clock.instant())) {
            throw requestExpired("Expires", text);
        }
    }

    private static NotAuthenticated requestExpired(String parameter, String text) {
        return new NotAuthenticated(
                AuthFailure.EXPIRED, "Request has expired. %s date is %s".formatted(parameter, text));
    }

    private static String in(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min." : duration.toSeconds() + " sec.";
    }
}
