package dev.entrepot.console.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * How often log-in may be tried with one access key id: ten times in five minutes. Ids share a fixed number of places, so that made-up
 * ids take no memory.
 */
public final class Attempts {
    static final int MOST = 10;
    static final Duration WITHIN = Duration.ofMinutes(5);

    private static final int PLACES = 1024;

    private final InstantSource clock;
    private final int[] taken = new int[PLACES];
    private final Instant[] since = new Instant[PLACES];

    public Attempts(InstantSource clock) {
        this.clock = clock;
        Arrays.fill(since, Instant.EPOCH);
    }

    synchronized boolean take(String accessKeyId) {
        int place = place(accessKeyId);
        Instant now = clock.instant();
        if (!now.isBefore(since[place].plus(WITHIN))) {
            since[place] = now;
            taken[place] = 0;
        }
        if (taken[place] == MOST) {
            return false;
        }
        taken[place]++;
        return true;
    }

    /** After success nobody is guessing. */
    synchronized void giveBack(String accessKeyId) {
        taken[place(accessKeyId)] = 0;
    }

    private static int place(String accessKeyId) {
        return Math.floorMod(accessKeyId.hashCode(), PLACES);
    }
}
