package dev.entrepot.sesv2.suppression;

import dev.entrepot.sesv2.contract.SuppressionListReason;
import java.time.Instant;
import java.util.Optional;

/**
 * A suppressed destination as its row is.
 *
 * @param address the text of an {@link dev.entrepot.sesv2.address.EmailAddress}
 * @param messageId the message that put it on the list; empty when a request or an import did
 * @param feedbackId what came back of that message
 */
public record SuppressedRow(
        String address,
        SuppressionListReason reason,
        Optional<String> messageId,
        Optional<String> feedbackId,
        Instant updatedAt) {
    /** As requests and imports add it. */
    public static SuppressedRow added(String address, SuppressionListReason reason, Instant now) {
        return new SuppressedRow(address, reason, Optional.empty(), Optional.empty(), now);
    }

    /** Whether the two differ in nothing but their time. */
    public boolean saysTheSame(SuppressedRow other) {
        return equals(new SuppressedRow(other.address, other.reason, other.messageId, other.feedbackId, updatedAt));
    }
}
