package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.domain.DomainStatistics;
import dev.entrepot.wire.protocol.WireError;
import java.util.Optional;

/**
 * Limits that protect a shared cloud rather than the data, so that one's own machine may go without.
 *
 * @param domains the most domains an account may have in a region
 * @param pairs the most pairs a domain may have
 * @param bytes the most bytes that the names and values of a domain may have
 */
public record DomainLimits(int domains, long pairs, long bytes) {
    /** AWS's own (SimpleDB dossier, section 3.9). */
    public static final DomainLimits AWS = new DomainLimits(250, 1_000_000_000, 10_000_000_000L);

    public static final DomainLimits SELF_HOSTED = new DomainLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** @param grown a domain as it would be after a write that makes it larger */
    public Optional<WireError> exceededBy(DomainStatistics grown) {
        if (grown.attributeValueCount() > pairs) {
            return Optional.of(ClassicError.NUMBER_DOMAIN_ATTRIBUTES_EXCEEDED.wire());
        }
        return grown.bytes() > bytes ? Optional.of(ClassicError.NUMBER_DOMAIN_BYTES_EXCEEDED.wire()) : Optional.empty();
    }
}
