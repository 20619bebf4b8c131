package dev.entrepot.mailmanager.archive;

import dev.entrepot.mailmanager.contract.RetentionPeriod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long messages are kept: whole calendar months in UTC since they were received (dossier, section 2.7). */
public final class Retention {
    private Retention() {}

    /**
     * Messages received at this moment or before have had their time; nothing for those kept for ever. Never early; where the
     * months end on different days, up to three days late.
     */
    public static Optional<Instant> expired(RetentionPeriod period, Instant now) {
        return months(period)
                .map(months -> now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant());
    }

    /** Whether a message received then has had its time. */
    public static boolean isExpired(RetentionPeriod period, Instant received, Instant now) {
        return expired(period, now).filter(last -> !received.isAfter(last)).isPresent();
    }

    private static Optional<Integer> months(RetentionPeriod period) {
        return switch (period) {
            case THREE_MONTHS -> Optional.of(3);
            case SIX_MONTHS -> Optional.of(6);
            case NINE_MONTHS -> Optional.of(9);
            case ONE_YEAR -> Optional.of(12);
            case EIGHTEEN_MONTHS -> Optional.of(18);
            case TWO_YEARS -> Optional.of(24);
            case THIRTY_MONTHS -> Optional.of(30);
            case THREE_YEARS -> Optional.of(36);
            case FOUR_YEARS -> Optional.of(48);
            case FIVE_YEARS -> Optional.of(60);
            case SIX_YEARS -> Optional.of(72);
            case SEVEN_YEARS -> Optional.of(84);
            case EIGHT_YEARS -> Optional.of(96);
            case NINE_YEARS -> Optional.of(108);
            case TEN_YEARS -> Optional.of(120);
            case PERMANENT -> Optional.empty();
        };
    }
}
