package dev.entrepot.sesv2.importjob;

import java.time.Duration;

/**
 * How a server imports.
 *
 * @param protectUnsubscribed whether no import takes back an opt-out; otherwise those do not that were asked not to
 * @param linkLifetime how long a link to failed records is good for
 */
public record ImportRules(ImportLimits limits, boolean protectUnsubscribed, Duration linkLifetime) {
    public ImportRules(ImportLimits limits, boolean protectUnsubscribed) {
        this(limits, protectUnsubscribed, Duration.ofHours(1));
    }
}
