package dev.entrepot.server.credentials;

import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All key pairs in memory, read again when the reading is old. However many requests come and whatever keys they name, the
 * table is read at most every {@link #LEAST_AGE}, by one thread.
 */
public final class CredentialStore implements Credentials {
    /** Older readings are renewed by the next request, so that additions and removals count within a second. */
    private static final Duration FRESH = Duration.ofMillis(500);
    /** An unknown key renews a reading older than this, so that a key works as soon as it was printed. */
    private static final Duration LEAST_AGE = Duration.ofMillis(50);

    private final Supplier<List<Credential>> table;
    private final InstantSource clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Reading reading;

    private record Reading(Map<String, Credential> byAccessKeyId, Instant at) {}

    public CredentialStore(CredentialTable table, InstantSource clock) {
        this(table::all, clock);
    }

    CredentialStore(Supplier<List<Credential>> table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        this.reading = read();
    }

    @Override
    public Optional<Credential> find(String accessKeyId) {
        Credential known = notOlderThan(FRESH).byAccessKeyId.get(accessKeyId);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(notOlderThan(LEAST_AGE).byAccessKeyId.get(accessKeyId));
    }

    private Reading notOlderThan(Duration age) {
        if (isWithin(age)) {
            return reading;
        }
        renewing.lock(); // those who wait here share the one reading
        try {
            if (!isWithin(age)) {
                reading = read();
            }
            return reading;
        } finally {
            renewing.unlock();
        }
    }

    private boolean isWithin(Duration age) {
        Duration old = Duration.between(reading.at, clock.instant());
        return !old.isNegative() && old.compareTo(age) <= 0; // a clock set back must not keep a reading for ever
    }

    private Reading read() {
        Instant at = clock.instant(); // before the read: what is written meanwhile counts as not yet seen
        return new Reading(
                table.get().stream()
                        .collect(Collectors.toUnmodifiableMap(Credential::accessKeyId, Function.identity())),
                at);
    }
}
