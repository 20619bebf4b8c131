package dev.entrepot.sesv2.suppression;

import dev.entrepot.sesv2.contract.ListSuppressedDestinationsRequest;
import dev.entrepot.sesv2.contract.SuppressionListReason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which entries a listing wants.
 *
 * @param reasons any of these
 * @param since of this moment or later
 * @param before before this moment
 */
record SuppressionFilter(Set<SuppressionListReason> reasons, Optional<Instant> since, Optional<Instant> before)
        implements Predicate<SuppressedRow> {
    static SuppressionFilter of(ListSuppressedDestinationsRequest input) {
        List<SuppressionListReason> asked = input.reasons().orElse(List.of());
        return new SuppressionFilter(
                asked.isEmpty() ? EnumSet.allOf(SuppressionListReason.class) : EnumSet.copyOf(asked),
                input.startDate(),
                input.endDate());
    }

    @Override
    public boolean test(SuppressedRow row) {
        return reasons.contains(row.reason())
                && since.filter(row.updatedAt()::isBefore).isEmpty()
                && (before.isEmpty() || row.updatedAt().isBefore(before.get()));
    }
}
