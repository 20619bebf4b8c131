package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.pack.Content;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A message on its way into an archive.
 *
 * @param content its exact bytes, 40 MB at most (dossier, section 2.4)
 * @param received cut to milliseconds; a time before 1970 becomes that
 * @param onlyOnce whether it is left out when the archive has the very same bytes already
 */
public record Arrival(Content content, Instant received, Delivery delivery, boolean onlyOnce) {
    /** The most bytes of a message. */
    public static final long LARGEST = 40L << 20;

    public Arrival {
        if (content.size() > LARGEST) {
            throw new IllegalArgumentException("A message has " + LARGEST + " bytes at most, not " + content.size());
        }
        received = received.isBefore(Instant.EPOCH) ? Instant.EPOCH : received.truncatedTo(ChronoUnit.MILLIS);
    }
}
