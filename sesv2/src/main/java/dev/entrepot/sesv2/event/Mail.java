package dev.entrepot.sesv2.event;

import java.time.Instant;

/**
 * A message as its event records tell of it; a text is empty when they do not tell.
 *
 * @param from the address alone, without a name
 * @param identity the verified domain or address that it was sent by
 * @param recipients how many it was sent to
 */
public record Mail(
        String messageId,
        Instant sentAt,
        String from,
        String identity,
        String configurationSet,
        String subject,
        int recipients) {
    /** What either record tells; of two different texts always the same one, whichever came first. */
    Mail merge(Mail other) {
        return new Mail(
                messageId,
                sentAt,
                later(from, other.from),
                later(identity, other.identity),
                later(configurationSet, other.configurationSet),
                later(subject, other.subject),
                Math.max(recipients, other.recipients));
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
