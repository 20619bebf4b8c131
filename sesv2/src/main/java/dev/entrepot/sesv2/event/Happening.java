package dev.entrepot.sesv2.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What happened at one moment.
 *
 * @param subType of a bounce or complaint; else empty
 * @param diagnosticCode the other mail server's words; often empty
 */
public record Happening(EventType type, Instant at, String subType, String diagnosticCode) {
    /** No two different ones are equal by it, so that a greatest one does not depend on the order of looking. */
    static final Comparator<Happening> IN_TIME = Comparator.comparing(Happening::at)
            .thenComparing(Happening::type)
            .thenComparing(Happening::subType)
            .thenComparing(Happening::diagnosticCode);

    static final Comparator<Happening> BY_DELIVERY =
            Comparator.<Happening>comparingInt(each -> each.type.deliveryRank()).thenComparing(IN_TIME);
    static final Comparator<Happening> BY_ENGAGEMENT = Comparator.<Happening>comparingInt(
                    each -> each.type.engagementRank())
            .thenComparing(IN_TIME);

    static Optional<Happening> greatest(
            Optional<Happening> one, Optional<Happening> other, Comparator<Happening> order) {
        return one.isEmpty() || other.isPresent() && order.compare(other.get(), one.get()) > 0 ? other : one;
    }

    /** Whether nobody tried, since the address is on a list of suppressed ones. */
    boolean suppressed() {
        return subType.equals("Suppressed") || subType.startsWith("On") && subType.endsWith("SuppressionList");
    }
}
