package dev.entrepot.sesv2.contact;

import java.time.Instant;
import java.util.Optional;

/**
 * A contact as its row is.
 *
 * @param address the text of an {@link dev.entrepot.sesv2.address.EmailAddress}
 * @param attributes the API's AttributesData, as given
 */
public record ContactRow(
        String address,
        boolean unsubscribeAll,
        Preferences preferences,
        Optional<String> attributes,
        Instant createdAt,
        Instant updatedAt) {
    /** Whether the two differ in nothing but their times and the order of their topics. */
    public boolean saysTheSame(ContactRow other) {
        return address.equals(other.address)
                && unsubscribeAll == other.unsubscribeAll
                && preferences.saysTheSame(other.preferences)
                && attributes.equals(other.attributes);
    }
}
