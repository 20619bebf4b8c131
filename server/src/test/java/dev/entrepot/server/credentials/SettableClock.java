package dev.entrepot.server.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until told to move. */
final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
