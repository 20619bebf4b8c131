package dev.entrepot.mailmanager.pack;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Months of UTC as numbers: packs go by them, so that retention frees whole packs. */
public final class Month {
    private Month() {}

    /** Months since the year 0. */
    public static int of(Instant received) {
        OffsetDateTime utc = received.atOffset(ZoneOffset.UTC);
        return utc.getYear() * 12 + utc.getMonthValue() - 1;
    }
}
