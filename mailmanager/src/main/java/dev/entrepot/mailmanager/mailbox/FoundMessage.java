package dev.entrepot.mailmanager.mailbox;

import dev.entrepot.mailmanager.ingest.Arrival;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was read.
 *
 * @param where a file, an entry of it behind {@code !}, the number of the message in its mbox behind {@code #}
 * @param bytes exactly as they were before the mailbox quoted them
 * @param delivered when it came, as the mailbox says
 * @param modified when its file was changed last; of an mbox that says nothing
 */
public record FoundMessage(String where, byte[] bytes, Optional<Instant> delivered, Optional<Instant> modified) {
    static final int LARGEST = (int) Arrival.LARGEST;
    static final String TOO_LARGE = "It has more than 40 MB.";

    @Override
    public String toString() {
        return where;
    }
}
